package io.eagleray.benchmarks;

import io.eagleray.client.Eagleray;
import java.io.File;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What {@code Parallel} is worth, beside Python and Ray's own Java API, all on one Ray that stays up throughout. */
final class FanOutFigures {
    private static final String BACKEND = "local?ray=2.60.0&cpus=2";
    private static final List<Predicate<Sides>> FIGURES = List.of(
            Squares::measure,
            Squares::measureEach,
            Calls::measure,
            Numbers::measure,
            Sharing::measure,
            Skew::measure,
            Killing::measure);

    private final Places places;
    private final PrintStream out;

    FanOutFigures(Places places, PrintStream out) {
        this.places = places;
        this.out = out;
    }

    /** Whether all bars hold. */
    boolean run() {
        return run(FIGURES);
    }

    boolean run(List<Predicate<Sides>> figures) {
        PythonPeer environment = PythonPeer.ray(places, out);
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("EAGLERAY_RAY", environment.environment().toString());
        try (Eagleray eagleray =
                Eagleray.builder().backend(BACKEND).variables(variables).connect()) {
            RunningRay ray = eagleray.run(RunningRayTasks.ask());
            try (Peer python = python(ray, environment);
                    Peer raw = raw(ray)) {
                Sides sides = new Sides(eagleray, python, raw, () -> smallHeaps(ray), out);
                return new Rows(out).all(figures, sides);
            }
        }
    }

    private Peer python(RunningRay ray, PythonPeer environment) {
        return Peer.start(
                ray.variables(),
                places.work().resolve("python-peer"),
                environment.program("python"),
                places.own("peer.py").toString());
    }

    private Peer raw(RunningRay ray) {
        return Peer.start(
                ray.variables(),
                places.work().resolve("raw-peer"),
                Places.tool("java"),
                "-cp",
                places.classes() + File.pathSeparator + ray.rayDist(),
                "-Dray.address=" + ray.address(),
                "-Dray.node-ip=127.0.0.1",
                "-Dray.job.code-search-path=" + places.classes(),
                RawRay.class.getName());
    }

    private Peer smallHeaps(RunningRay ray) {
        return Peer.start(
                ray.variables(),
                places.work().resolve("small-heaps"),
                Places.tool("java"),
                SmallHeaps.OPTION,
                "-cp",
                places.classPath(),
                SmallHeaps.class.getName(),
                ray.rayDist());
    }
}
