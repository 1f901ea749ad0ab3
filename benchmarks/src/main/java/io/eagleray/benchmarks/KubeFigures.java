package io.eagleray.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What clusters on Kubernetes are worth, beside a RayJob written by hand. */
final class KubeFigures {
    private static final List<Predicate<Namespace>> FIGURES =
            List.of(KubeSquares::measureOwn, KubeSquares::measureWarm, Crowd::measure);

    private final Places places;
    private final Kubectl kubectl;
    private final PrintStream out;

    KubeFigures(Places places, PrintStream out) {
        this.places = places;
        this.kubectl = Kubectl.of(
                System.getenv(),
                places.work().resolve("kuberay"),
                "eagleray-benchmarks-" + UUID.randomUUID().toString().substring(0, 8));
        this.out = out;
    }

    /** Whether all bars hold. */
    boolean run() {
        Sources.in(kubectl.folder());
        out.println("image " + Namespace.image(System.getenv()));
        try (Namespace namespace = Namespace.create(places, kubectl, out)) {
            return new Rows(out).all(FIGURES, namespace);
        }
    }
}
