package io.eagleray.benchmarks;

import io.eagleray.client.EaglerayException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;

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
            System.exit(run(Places.of(arguments), Figures.chosen(arguments), out) ? 0 : 1);
        } catch (IllegalArgumentException | IllegalStateException | EaglerayException | UncheckedIOException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(2);
        }
    }

    private static boolean run(Places places, Set<Figures> chosen, PrintStream out) {
        List<BooleanSupplier> figures =
                chosen.stream().map(each -> figures(each, places, out)).toList();
        machine(out);
        boolean hold = true;
        for (BooleanSupplier each : figures) {
            hold &= each.getAsBoolean();
        }
        out.println();
        out.println(load("end"));
        out.println(hold ? "all bars hold" : "a bar is MISSED");
        return hold;
    }

    /** What lacks something that it needs says so here, before the others have taken their time. */
    private static BooleanSupplier figures(Figures chosen, Places places, PrintStream out) {
        return switch (chosen) {
            case JAVAC -> new JavacFigures(places, out)::run;
            case FANOUT -> new FanOutFigures(places, out)::run;
            case RAY -> new ClusterFigures(places, out)::run;
            case KUBERAY -> new KubeFigures(places, out)::run;
            case FLYTE -> new FlyteFigures(places, out)::run;
        };
    }

    private static void machine(PrintStream out) {
        out.println(String.join(
                ", ",
                List.of(
                        "JDK " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
                        Runtime.getRuntime().availableProcessors() + " cores",
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        load("start"))));
    }

    private static String load(String when) {
        return String.format(
                Locale.ROOT,
                "load %.1f at the %s",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                when);
    }
}
