package io.eagleray.benchmarks;

import io.eagleray.benchmarks.Series.Ratios;
import io.eagleray.client.EaglerayException;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Predicate;

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

    /** Measures all, whether or not they hold; what fails has missed its bar. */
    <S> boolean all(List<Predicate<S>> figures, S sides) {
        return figures.stream().filter(figure -> holds(figure, sides)).count() == figures.size();
    }

    private <S> boolean holds(Predicate<S> figure, S sides) {
        try {
            return figure.test(sides);
        } catch (EaglerayException | IllegalStateException e) {
            return verdict(String.valueOf(e.getMessage()), false);
        }
    }
}
