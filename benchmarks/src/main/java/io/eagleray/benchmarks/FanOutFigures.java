package io.eagleray.benchmarks;

import io.eagleray.benchmarks.Comparison.Step;
import io.eagleray.call.TaskCall;
import io.eagleray.client.Eagleray;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What {@code Parallel} is worth, beside Python and Ray's own Java API, all on one Ray that stays up throughout. */
final class FanOutFigures {
    private static final String BACKEND = "local?ray=2.60.0&cpus=2";
    private static final int SQUARES = 10_000;
    private static final int RAW_SQUARES = 2_000;

    private final Places places;
    private final PrintStream out;

    FanOutFigures(Places places, PrintStream out) {
        this.places = places;
        this.out = out;
    }

    /** Whether all bars hold. */
    boolean run() {
        PythonPeer environment = PythonPeer.installed("ray", places, "requirements-fanout.txt", out);
        out.println("Ray " + environment.version("ray", places.work().resolve("version")));
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("EAGLERAY_RAY", environment.environment().toString());
        try (Eagleray eagleray =
                Eagleray.builder().backend(BACKEND).variables(variables).connect()) {
            RunningRay ray = eagleray.run(RunningRayTasks.ask());
            try (Peer python = python(ray, environment);
                    Peer raw = raw(ray)) {
                return run(eagleray, python, raw);
            }
        }
    }

    private boolean run(Eagleray eagleray, Peer python, Peer raw) {
        Timed squares = timed(eagleray, SquaresTasks.map(SQUARES));
        boolean pool = new Comparison(
                        "(a) map of 10,000 × square",
                        new Step("Python's Pool.map", python.timed("squares " + SQUARES)),
                        new Step("Parallel.map", squares),
                        new Bar.AtMost(0.7))
                .run(new Rounds(20, 11), out);
        boolean each = new Comparison(
                        "(a) each of many × square",
                        new Step(
                                "Ray.task, each of 2,000",
                                raw.timed("squares " + RAW_SQUARES).per(RAW_SQUARES)),
                        new Step("Parallel.map, each of 10,000", squares.per(SQUARES)),
                        new Bar.AtMost(1.0 / 500))
                .run(new Rounds(1, 5), out);
        return pool && each;
    }

    private static Timed timed(Eagleray eagleray, TaskCall<Long> call) {
        return () -> Duration.ofNanos(eagleray.run(call));
    }

    private Peer python(RunningRay ray, PythonPeer environment) {
        return Peer.start(
                ray,
                places.work().resolve("python-peer"),
                environment.program("python"),
                places.own("peer.py").toString());
    }

    private Peer raw(RunningRay ray) {
        Path folder = places.work().resolve("raw-peer");
        return Peer.start(
                ray,
                folder,
                Places.tool("java"),
                "-cp",
                places.classes() + java.io.File.pathSeparator + ray.rayDist(),
                "-Djava.io.tmpdir=" + folder,
                "-Dray.address=" + ray.address(),
                "-Dray.node-ip=127.0.0.1",
                "-Dray.job.code-search-path=" + places.classes(),
                RawRay.class.getName());
    }
}
