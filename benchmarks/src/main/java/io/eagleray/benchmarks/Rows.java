package io.eagleray.benchmarks;

import io.eagleray.benchmarks.Series.Ratios;
import java.io.PrintStream;

/** How figures are printed. */
record Rows(PrintStream out) {

    void print(String name, Object figures) {
        out.println(String.format("  %-48s %s", name, figures));
    }

    /** Prints ratios with their bar; whether it holds. */
    boolean verdict(String name, Ratios ratios, Bar bar) {
        print(name, ratios);
        return verdict(bar, bar.holds(ratios.spread().median()));
    }

    /** Prints a bar; whether it holds. */
    boolean verdict(Object bar, boolean holds) {
        print("bar", bar + ": " + (holds ? "holds" : "MISSED"));
        return holds;
    }
}
