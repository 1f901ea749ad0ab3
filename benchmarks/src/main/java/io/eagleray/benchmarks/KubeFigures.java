package io.eagleray.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Predicate;

/** What clusters on Kubernetes are worth, beside a RayJob written by hand. */
final class KubeFigures {
    private static final List<Predicate<Namespace>> FIGURES =
            List.of(KubeSquares::measureOwn, KubeSquares::measureWarm, Crowd::measure);

    private final Places places;
    private final PrintStream out;

    KubeFigures(Places places, PrintStream out) {
        this.places = places;
        this.out = out;
    }

    /** Whether all bars hold. */
    boolean run() {
        try (Namespace namespace = Namespace.create(places, out)) {
            return new Rows(out).all(FIGURES, namespace);
        }
    }
}
