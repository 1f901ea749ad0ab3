package io.eagleray.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What Flyte is worth: registration beside flytekit, and beside Flyte's own service called task by task; and pods. */
final class FlyteFigures {
    private static final List<Predicate<ManyTasks>> FIGURES =
            List.of(DryRun::measure, Registering::measure, PodTime::measure);

    private final Places places;
    private final PrintStream out;

    FlyteFigures(Places places, PrintStream out) {
        this.places = places;
        this.out = out;
    }

    /** Whether all bars hold. */
    boolean run() {
        ManyTasks tasks = ManyTasks.written(places, out);
        tasks.compilation().compile();
        return new Rows(out).all(FIGURES, tasks);
    }

    /** What ours is told. */
    static Map<String, String> variables(Places places) {
        return Map.of(
                "EAGLERAY_IMAGE",
                Packaging.IMAGE,
                "EAGLERAY_CACHE",
                places.work().resolve("flyte-cache").toString());
    }
}
