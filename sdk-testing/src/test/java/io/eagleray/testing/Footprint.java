package io.eagleray.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this JVM and the processes that it started hold.
 *
 * @param heap bytes of this JVM's heap, after a collection
 * @param threads of this JVM
 * @param files that this JVM has open
 * @param processes below this one
 * @param theirThreads threads of those
 * @param theirFiles files that those have open
 * @param theirMemory bytes of memory that those hold
 * @param names how many of those there are of each name, where it was measured last
 */
record Footprint(
        long heap,
        int threads,
        int files,
        int processes,
        int theirThreads,
        int theirFiles,
        long theirMemory,
        Map<String, Long> names) {
    private static final long MEGA = 1 << 20;
    private static final Duration REST = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Once no process has come or gone for a while: Ray starts some of its own late, and ends workers at leisure. */
    static Footprint atRest() throws InterruptedException {
        Set<Path> before = Set.of();
        Instant since = Instant.now();
        for (Instant deadline = since.plus(PATIENCE);
                Instant.now().isBefore(deadline) && Instant.now().isBefore(since.plus(REST));
                Thread.sleep(250)) {
            Set<Path> now = Set.copyOf(below());
            if (!now.equals(before)) {
                before = now;
                since = Instant.now();
            }
        }
        return now();
    }

    /** The less of both, of everything: what leaks is in each, what is only so at one moment is not. */
    Footprint least(Footprint other) {
        return new Footprint(
                Math.min(heap, other.heap),
                Math.min(threads, other.threads),
                Math.min(files, other.files),
                Math.min(processes, other.processes),
                Math.min(theirThreads, other.theirThreads),
                Math.min(theirFiles, other.theirFiles),
                Math.min(theirMemory, other.theirMemory),
                other.names);
    }

    private static List<Path> below() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> Path.of("/proc", Long.toString(process.pid())))
                .toList();
    }

    private static Footprint now() {
        List<Path> below = below();
        Path self = Path.of("/proc/self");
        return new Footprint(
                heapAfterCollection(),
                count(self.resolve("task")),
                count(self.resolve("fd")),
                below.size(),
                below.stream()
                        .mapToInt(process -> count(process.resolve("task")))
                        .sum(),
                below.stream().mapToInt(process -> count(process.resolve("fd"))).sum(),
                below.stream().mapToLong(Footprint::resident).sum(),
                below.stream().collect(Collectors.groupingBy(Footprint::name, TreeMap::new, Collectors.counting())));
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException e) {
            return "ended";
        }
    }

    private static long heapAfterCollection() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static int count(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return (int) entries.count();
        } catch (NoSuchFileException e) {
            return 0; // it has just ended
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long resident(Path process) {
        try (Stream<String> lines = Files.lines(process.resolve("status"))) {
            return lines.filter(line -> line.startsWith("RssAnon:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0; // it has just ended
        }
    }

    /** What has grown by more than measuring is inexact, or a pool breathes. */
    List<String> growthSince(Footprint before) {
        List<String> grown = new ArrayList<>();
        check(grown, "heap", before.heap, heap, 4 * MEGA);
        check(grown, "threads", before.threads, threads, 3);
        check(grown, "open files", before.files, files, 3);
        check(grown, "processes", before.processes, processes, 1);
        check(grown, "threads of processes", before.theirThreads, theirThreads, before.theirThreads / 20);
        check(grown, "open files of processes", before.theirFiles, theirFiles, before.theirFiles / 20);
        check(grown, "memory of processes", before.theirMemory, theirMemory, before.theirMemory / 10);
        return grown;
    }

    private static void check(List<String> grown, String what, long before, long after, long tolerance) {
        if (after > before + tolerance) {
            grown.add(what + " grew from " + before + " to " + after);
        }
    }
}
