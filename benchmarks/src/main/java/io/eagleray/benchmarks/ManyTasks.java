package io.eagleray.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Many tasks in Java, and the same in Python.
 *
 * @param places where things are
 * @param compilation compiles those in Java
 * @param packaging packages those in Python
 * @param out takes the figures
 */
record ManyTasks(Places places, Compilation compilation, Packaging packaging, PrintStream out) {
    /** How many there are. */
    static final Size SIZE = new Size(10, 100);

    /** Writes them, and installs what packages those in Python. */
    static ManyTasks written(Places places, PrintStream out) {
        Path work = places.work();
        Sources java = JavaTasks.write(work.resolve("java"), SIZE);
        Sources python = PythonTasks.write(work.resolve("python"), SIZE);
        PythonPeer peer = PythonPeer.installed("flytekit", places, "requirements.txt", out);
        out.println("flytekit " + peer.version("flytekit", work.resolve("version")));
        return new ManyTasks(
                places,
                new Compilation(places, java),
                new Packaging(Sources.in(work.resolve("packaging")), SIZE, python, peer),
                out);
    }
}
