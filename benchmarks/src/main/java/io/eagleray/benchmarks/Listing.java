package io.eagleray.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** From many compiled tasks to their specs: {@code eagleray tasks} beside {@code pyflyte package}. */
final class Listing {
    private static final Bar BAR = new Bar.AtMost(0.2);
    private static final Pattern PACKAGED = Pattern.compile("packaged ([0-9]+) flyte objects");
    private static final Pattern JOB = Pattern.compile("\"rayJob\":\\s*\\{");

    private final Places places;
    private final Path work;

    Listing(Places places) {
        this.places = places;
        this.work = places.work().resolve("listing");
    }

    /**
     * Runs both once, to see that they find all tasks.
     *
     * @param size how many there are
     * @param classes the compiled tasks of the one side
     * @param sources the tasks in Python of the other
     */
    Comparison prepare(Size size, Path classes, Sources sources, PythonPeer python) {
        Sources.in(work);
        Command eagleray = Command.of(work, work.resolve("eagleray.json"))
                .and(places.source().resolve("eagleray").toString(), "tasks", "--output", "json")
                .and("--classpath", classes.toString())
                .with(Map.of("JAVA_HOME", System.getProperty("java.home")));
        eagleray.time();
        check(size, count(JOB, eagleray.output()), eagleray);
        Command pyflyte = Command.of(sources.folder(), work.resolve("pyflyte.out"))
                .and(python.program("pyflyte"), "--pkgs", PythonTasks.PACKAGE)
                .and("package", "--image", "example:1", "--force")
                .and("--output", work.resolve("pyflyte.tgz").toString());
        pyflyte.time();
        check(size, packaged(pyflyte.output()), pyflyte);
        return new Comparison(
                "listing the specs of " + size,
                new Comparison.Step("pyflyte package", pyflyte),
                new Comparison.Step("eagleray tasks --output json", eagleray),
                BAR);
    }

    private static void check(Size size, int found, Command command) {
        if (found != size.total()) {
            throw new IllegalStateException(command.words().get(0) + " found " + found + " tasks, not " + size.total()
                    + "; see " + command.output());
        }
    }

    private static int packaged(Path output) {
        var matcher = PACKAGED.matcher(Sources.read(output));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static int count(Pattern pattern, Path file) {
        return (int) pattern.matcher(Sources.read(file)).results().count();
    }
}
