package io.eagleray.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/** Runs the benchmarks; {@code benchmarks/run} starts it. Exits with 1 when a bar is missed, with 2 on a failure. */
public final class Main {
    private static final Size SIZE = new Size(10, 100);
    private static final int RUNS = 7;

    private Main() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments the source tree, the class path of sdk-runtime and that of sdk-processor
     */
    public static void main(String[] arguments) {
        PrintStream out = System.out;
        try {
            System.exit(run(Places.of(arguments), out) ? 0 : 1);
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println("benchmarks: " + e.getMessage());
            System.exit(2);
        }
    }

    private static boolean run(Places places, PrintStream out) {
        Path work = places.work();
        Sources java = JavaTasks.write(work.resolve("java"), SIZE);
        Sources python = PythonTasks.write(work.resolve("python"), SIZE);
        PythonPeer peer = PythonPeer.installed(
                places.source().resolve("benchmarks/requirements.txt"),
                Places.cache(System.getenv()),
                work.resolve("install.log"),
                out);
        machine(out);
        out.println("flytekit " + peer.version("flytekit", work.resolve("version")));
        Compilation compilation = new Compilation(places, java);
        boolean compiled = compilation.prepare(SIZE).run(RUNS, out);
        boolean listed = new Listing(places)
                .prepare(SIZE, compilation.classes(), python, peer)
                .run(RUNS, out);
        out.println();
        out.println(compiled && listed ? "all bars hold" : "a bar is MISSED");
        return compiled && listed;
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
