package io.eagleray.benchmarks;

import io.eagleray.Task;
import io.eagleray.benchmarks.Comparison.Step;
import io.eagleray.parallel.Parallel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** (a) A program that does next to nothing, from the command to the result. */
final class Trivial {
    /** How many squares either program computes. */
    static final String COUNT = "10";

    /** What either program prints, but for spaces. */
    static final String SQUARES = "[0,1,4,9,16,25,36,49,64,81]";

    private static final Bar BAR = new Bar.AtMost(0.7);

    private Trivial() {}

    /** The squares of the first numbers. */
    @Task
    static List<Integer> squares(int count) {
        return Parallel.map(IntStream.range(0, count).boxed().toList(), SquaresTasks::square);
    }

    /** Ours, with more on its class path. */
    static Command ours(Cluster cluster, String address, List<Path> more) {
        List<Path> classPath = new ArrayList<>(more);
        classPath.add(cluster.places().classes());
        classPath.addAll(cluster.runtime());
        return cluster.eagleray(address, classPath, "Trivial.squares", "--input", "count=" + COUNT);
    }

    /** The same as a program with Ray's own library. */
    static Command theirs(Cluster cluster, String address, Path application, String classPath) {
        return cluster.rayJob(address, application, classPath, RawJob.class.getName(), COUNT);
    }

    /** Runs a command that has to print the squares. */
    static Timed checked(Command command) {
        return () -> {
            var time = command.time();
            String said = Sources.read(command.output()).replace(" ", "");
            if (!said.contains(SQUARES)) {
                throw new IllegalStateException(String.join(" ", command.words()) + " printed " + said);
            }
            return time;
        };
    }

    /** Whether the bar holds. */
    static boolean measure(Cluster cluster) {
        String address = cluster.address();
        return new Comparison(
                        "(a) " + COUNT + " squares, from the command to the result",
                        new Step(
                                "ray job submit of a Java program",
                                checked(theirs(
                                        cluster, address, cluster.places().classes(), "."))),
                        new Step("eagleray run --backend http://…", checked(ours(cluster, address, List.of()))),
                        BAR)
                .run(new Rounds(1, 7), cluster.out());
    }
}
