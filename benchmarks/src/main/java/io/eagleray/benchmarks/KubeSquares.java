package io.eagleray.benchmarks;

import io.eagleray.HeadNodeConfig;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Remote;
import io.eagleray.Resources;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import io.eagleray.benchmarks.Comparison.Step;
import io.eagleray.parallel.Parallel;
import java.util.List;
import java.util.stream.IntStream;

/** (a), (b) A program that does next to nothing, on a cluster of its own, and on one that is there. */
final class KubeSquares {
    private static final Bar OWN = new Bar.AtMost(1.1);
    private static final Bar WARM = new Bar.AtMost(0.3);

    private KubeSquares() {}

    @Remote
    static int square(int x) {
        return x * x;
    }

    /** The squares of the first numbers, on what {@code rayjob.yaml} asks for, too. */
    @Task(requests = @Resources(cpu = "100m", memory = "512Mi"), limits = @Resources(cpu = "2", memory = "3Gi"))
    @RayJobConfig(
            headNodeConfig =
                    @HeadNodeConfig(
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "1"),
                                @RayStartParam(key = "object-store-memory", value = "100000000")
                            }),
            workerNodeConfig =
                    @WorkerNodeConfig(
                            groupName = "small",
                            replicas = 1,
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "1"),
                                @RayStartParam(key = "object-store-memory", value = "100000000")
                            }))
    static List<Integer> squares(int count) {
        return Parallel.map(IntStream.range(0, count).boxed().toList(), KubeSquaresTasks::square);
    }

    /** Whether the bar beside a RayJob written by hand holds. */
    static boolean measureOwn(Namespace namespace) {
        HandWritten theirs = HandWritten.in(namespace, Namespace.image(System.getenv()), Trivial.COUNT);
        return new Comparison(
                        "(a) " + Trivial.COUNT + " squares on a cluster of its own, from the command to the result",
                        new Step(
                                "kubectl apply and wait of a RayJob",
                                settled(namespace, () -> theirs.time(Trivial.SQUARES))),
                        new Step("eagleray run --backend kuberay://…", ours(namespace, namespace.own())),
                        OWN)
                .run(new Rounds(1, 3), namespace.out());
    }

    /** Whether the bar beside a cluster of its own holds. */
    static boolean measureWarm(Namespace namespace) {
        Timed warm = ours(namespace, namespace.warm());
        warm.time();
        return new Comparison(
                        "(b) the same on a cluster that is there",
                        new Step("eagleray run --backend kuberay://…", ours(namespace, namespace.own())),
                        new Step("eagleray run --backend kuberay://…?reuse=…", warm),
                        WARM)
                .run(new Rounds(0, 3), namespace.out());
    }

    private static Timed ours(Namespace namespace, String backend) {
        return settled(
                namespace,
                Trivial.checked(
                        namespace.eagleray(backend, "KubeSquares.squares", "--input", "count=" + Trivial.COUNT)));
    }

    private static Timed settled(Namespace namespace, Timed timed) {
        return () -> {
            namespace.settle();
            return timed.time();
        };
    }
}
