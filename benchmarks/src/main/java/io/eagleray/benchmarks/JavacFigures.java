package io.eagleray.benchmarks;

import java.io.PrintStream;

/** What many tasks cost: the processor in javac, and the listing of their specs. */
final class JavacFigures {
    private static final Rounds ROUNDS = new Rounds(1, 15);

    private final Places places;
    private final PrintStream out;

    JavacFigures(Places places, PrintStream out) {
        this.places = places;
        this.out = out;
    }

    /** Whether all bars hold. */
    boolean run() {
        ManyTasks tasks = ManyTasks.written(places, out);
        boolean compiled = tasks.compilation().prepare(ManyTasks.SIZE).run(ROUNDS, out);
        boolean listed = Listing.prepare(tasks).run(ROUNDS, out);
        return compiled && listed;
    }
}
