package io.eagleray.benchmarks;

import java.nio.file.Path;
import java.time.Duration;

/** {@code pyflyte package} of many tasks in Python, which has to write all their templates each time. */
final class Packaging implements Timed {
    /** The image of tasks that name none. */
    static final String IMAGE = "example:1";

    /** How the names of tasks' templates end; those of other things have another number. */
    private static final String TEMPLATE = "_1.pb";

    private final Size size;
    private final Sources work;
    private final Command pyflyte;
    private final Command list;

    /**
     * Nothing is run yet.
     *
     * @param work where the archive goes
     * @param size how many tasks there are
     * @param sources the tasks
     */
    Packaging(Sources work, Size size, Sources sources, PythonPeer python) {
        Path archive = work.folder().resolve("out/pyflyte.tgz");
        this.size = size;
        this.work = work;
        this.pyflyte = Command.of(sources.folder(), work.folder().resolve("pyflyte.out"))
                .and(python.program("pyflyte"), "--pkgs", PythonTasks.PACKAGE)
                .and("package", "--image", IMAGE, "--output", archive.toString());
        this.list = Command.of(work.folder(), work.folder().resolve("entries"))
                .and(python.program("python"), "-m", "tarfile", "--list", archive.toString());
    }

    @Override
    public Duration time() {
        Sources.in(work.folder().resolve("out"));
        Duration time = pyflyte.time();
        list.time();
        size.require(
                Sources.read(list.output())
                        .lines()
                        .map(String::strip)
                        .filter(name -> name.endsWith(TEMPLATE))
                        .count(),
                pyflyte);
        return time;
    }
}
