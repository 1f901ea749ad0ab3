package io.eagleray.benchmarks;

import io.eagleray.testing.RayHead;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** What a Ray by its address is worth, beside Ray's own job command, all on one Ray that stays up throughout. */
final class ClusterFigures {
    private static final List<Predicate<Cluster>> FIGURES =
            List.of(Trivial::measure, OneClass::measure, Noise::measure, Sixty::measure);

    private final Places places;
    private final PrintStream out;

    ClusterFigures(Places places, PrintStream out) {
        this.places = places;
        this.out = out;
    }

    /** Whether all bars hold. */
    boolean run() {
        PythonPeer python = PythonPeer.ray(places, out);
        Path rayDist = Sources.below(python.environment().resolve("lib"), "/ray/jars/ray_dist.jar")
                .get(0);
        try (RayHead head = RayHead.start(Path.of(python.program("ray")))) {
            return new Rows(out).all(FIGURES, new Cluster(places, python, rayDist, head, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Ray started", e);
        }
    }
}
