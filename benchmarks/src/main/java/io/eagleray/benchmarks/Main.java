package io.eagleray.benchmarks;

import io.eagleray.client.EaglerayException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Runs the benchmarks; {@code benchmarks/run} starts it. Exits with 1 when a bar is missed, with 2 on a failure. */
public final class Main {
    private Main() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments the source tree, the class path of sdk-runtime and that of sdk-processor, and which figures
     */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        try {
            System.exit(run(Places.of(arguments), Choice.of(arguments), out) ? 0 : 1);
        } catch (IllegalArgumentException | IllegalStateException | EaglerayException | UncheckedIOException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(2);
        }
    }

    private static boolean run(Places places, Choice choice, PrintStream out) {
        machine(out);
        boolean compiled = !choice.javac() || new JavacFigures(places, out).run();
        boolean fannedOut = !choice.fanOut() || new FanOutFigures(places, out).run();
        out.println();
        out.println(compiled && fannedOut ? "all bars hold" : "a bar is MISSED");
        return compiled && fannedOut;
    }

    private static void machine(PrintStream out) {
        out.println(String.join(
                ", ",
                List.of(
                        "JDK " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
                        Runtime.getRuntime().availableProcessors() + " cores",
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        String.format(
                                "load %.1f at the start",
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()))));
    }
}
