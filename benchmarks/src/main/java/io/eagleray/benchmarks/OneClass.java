package io.eagleray.benchmarks;

import io.eagleray.testing.Relay;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** (b) An application with large dependencies comes again, after one of its classes has changed. */
final class OneClass {
    private static final int JARS = 9;
    private static final int MORE_JARS = 15;
    private static final int JAR = 10_000_000;
    private static final int ROUNDS = 3;
    private static final Bar BAR = new Bar.AtMost(0.01);
    private static final String OWN = "changing";
    private static final String REFUSED = "Maximum request body size";

    private final Cluster cluster;
    private final Sources application;
    private final Rows rows;

    private OneClass(Cluster cluster) {
        this.cluster = cluster;
        this.application = Sources.in(cluster.places().work().resolve("application"));
        this.rows = new Rows(cluster.out());
    }

    /**
     * What it took to bring an application.
     *
     * @param time from the command to the result
     * @param bytes sent to the Ray
     */
    private record Trip(Duration time, long bytes) {
        @Override
        public String toString() {
            return String.format("%.1f s, %,d bytes sent", time.toMillis() / 1000.0, bytes);
        }
    }

    /** Whether the bar holds. */
    static boolean measure(Cluster cluster) {
        try {
            return new OneClass(cluster).measure();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean measure() throws IOException {
        cluster.out().println();
        cluster.out()
                .printf(
                        "(b) an application with %d MB of dependencies, after a change of one class%n",
                        megabytes(JARS));
        Sources.copy(cluster.places().classes(), application.folder().resolve("classes"));
        writeJars(0, JARS);
        change(0);
        rows.print("eagleray run, the first time", ours());
        rows.print("ray job submit, the first time", theirs());
        List<Trip> own = new ArrayList<>();
        List<Trip> their = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            change(round);
            own.add(ours());
            their.add(theirs());
        }
        rows.print("ray job submit", their.get(ROUNDS - 1));
        rows.print("eagleray run", own.get(ROUNDS - 1));
        rows.print("ratio of the times, pair by pair", times(own).over(times(their)));
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = (double) own.get(round).bytes() / their.get(round).bytes();
        }
        boolean holds = rows.verdict("ratio of the bytes, pair by pair", new Series.Ratios(Spread.of(ratios)), BAR);
        writeJars(JARS, MORE_JARS);
        rows.print("eagleray run with " + megabytes(MORE_JARS) + " MB", ours());
        rows.print("ray job submit with " + megabytes(MORE_JARS) + " MB", refusal());
        return holds;
    }

    private static long megabytes(int jars) {
        return (long) jars * JAR / 1_000_000;
    }

    private static Series times(List<Trip> trips) {
        return new Series(trips.stream().map(Trip::time).toList());
    }

    private Trip ours() throws IOException {
        List<Path> more = new ArrayList<>();
        more.add(application.folder().resolve(OWN));
        more.addAll(Sources.below(application.folder(), ".jar"));
        try (Relay relay = Relay.to(cluster.head().uri().location())) {
            Duration time = Trivial.checked(Trivial.ours(cluster, "http://" + relay.location(), more))
                    .time();
            return new Trip(time, relay.sent());
        }
    }

    private Trip theirs() throws IOException {
        try (Relay relay = Relay.to(cluster.head().uri().location())) {
            Duration time = Trivial.checked(rayJob(relay)).time();
            return new Trip(time, relay.sent());
        }
    }

    private Command rayJob(Relay relay) {
        return Trivial.theirs(cluster, "http://" + relay.location(), application.folder(), OWN + ":lib/*:classes");
    }

    private String refusal() throws IOException {
        try (Relay relay = Relay.to(cluster.head().uri().location())) {
            rayJob(relay).time();
            throw new IllegalStateException("Ray has shipped what is over its own limit");
        } catch (IllegalStateException e) {
            if (!String.valueOf(e.getMessage()).contains(REFUSED)) {
                throw e;
            }
            return "refused: " + REFUSED;
        }
    }

    /** Jars that nothing makes smaller. */
    private void writeJars(int from, int to) throws IOException {
        for (int number = from; number < to; number++) {
            Path jar = application.write("lib/dependency-" + number + ".jar", "");
            byte[] noise = new byte[JAR];
            new Random(number).nextBytes(noise);
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(jar));
                    JarOutputStream out = new JarOutputStream(file)) {
                out.putNextEntry(new ZipEntry("dependency" + number + "/data"));
                out.write(noise);
                out.closeEntry();
            }
        }
    }

    private void change(int round) {
        Path source = application.write("Changing.java", "class Changing { static final int ROUND = " + round + "; }");
        Command.of(application.folder(), cluster.places().work().resolve("changing.out"))
                .and(Places.tool("javac"), "-d", OWN, source.toString())
                .time();
    }
}
