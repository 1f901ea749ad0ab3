package io.eagleray.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;

/** What many tasks cost: the processor in javac, and the listing of their specs. */
final class JavacFigures {
    private static final Size SIZE = new Size(10, 100);
    private static final Rounds ROUNDS = new Rounds(1, 15);

    private final Places places;
    private final PrintStream out;

    JavacFigures(Places places, PrintStream out) {
        this.places = places;
        this.out = out;
    }

    /** Whether all bars hold. */
    boolean run() {
        Path work = places.work();
        Sources java = JavaTasks.write(work.resolve("java"), SIZE);
        Sources python = PythonTasks.write(work.resolve("python"), SIZE);
        PythonPeer peer = PythonPeer.installed("flytekit", places, "requirements.txt", out);
        out.println("flytekit " + peer.version("flytekit", work.resolve("version")));
        Compilation compilation = new Compilation(places, java);
        boolean compiled = compilation.prepare(SIZE).run(ROUNDS, out);
        boolean listed = new Listing(places)
                .prepare(SIZE, compilation.classes(), python, peer)
                .run(ROUNDS, out);
        return compiled && listed;
    }
}
