package io.eagleray.benchmarks;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.benchmarks.Comparison.Step;
import io.eagleray.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** (f) A map whose workers are killed while it runs. */
final class Killing {
    private static final int ITEMS = 2_000;
    private static final long ITEM_MILLIS = 20;
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Bar BAR = new Bar.AtMost(2);

    private Killing() {}

    /**
     * How a map went.
     *
     * @param nanos how long it took
     * @param kills how many workers were killed
     * @param again how many items came to their end more than once, and count once
     */
    record Ended(long nanos, int kills, int again) {
        @Override
        public String toString() {
            return kills + " (" + again + ")";
        }
    }

    @Remote(numCpus = 0)
    static int square(int item, String journal) throws InterruptedException {
        Journal shared = new Journal(Path.of(journal));
        shared.begun(item);
        Thread.sleep(ITEM_MILLIS);
        shared.ended(item);
        return item * item;
    }

    @Task
    static Ended map(int items, boolean disturbed) throws IOException {
        Journal journal = new Journal(Files.createTempFile("eagleray-killing", ".journal"));
        try {
            String file = journal.file().toString();
            Parallel.map(List.of(0, 0, 0, 0), item -> KillingTasks.square(item, file)); // the workers are up
            Files.writeString(journal.file(), "");
            List<Integer> inputs = IntStream.range(0, items).boxed().toList();
            try (Killer killer = new Killer(journal, disturbed ? EVERY : Duration.ofDays(1))) {
                long start = System.nanoTime();
                List<Integer> squares = Parallel.map(inputs, item -> KillingTasks.square(item, file));
                long nanos = System.nanoTime() - start;
                if (!squares.equals(inputs.stream().map(item -> item * item).toList())) {
                    throw new IllegalStateException("wrong: " + squares);
                }
                return new Ended(nanos, killer.kills(), journal.again());
            }
        } finally {
            Files.delete(journal.file());
        }
    }

    /** Whether the bar holds. */
    static boolean measure(Sides sides) {
        List<Ended> disturbed = new ArrayList<>();
        boolean holds = new Comparison(
                        String.format("(f) map of %,d items of %d ms", ITEMS, ITEM_MILLIS),
                        new Step(
                                "Parallel.map, undisturbed",
                                () -> Duration.ofNanos(sides.eagleray()
                                        .run(KillingTasks.map(ITEMS, false))
                                        .nanos())),
                        new Step("Parallel.map, a worker killed every 5 s", () -> {
                            Ended ended = sides.eagleray().run(KillingTasks.map(ITEMS, true));
                            disturbed.add(ended);
                            return Duration.ofNanos(ended.nanos());
                        }),
                        BAR)
                .run(new Rounds(0, 3), sides.out());
        Rows rows = new Rows(sides.out());
        rows.print("workers killed (items that ended once more)", disturbed);
        rows.verdict("all results right, none twice", true); // else the task had failed
        return holds;
    }
}
