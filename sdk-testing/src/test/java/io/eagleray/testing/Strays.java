package io.eagleray.testing;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.call.Ref;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.parallel.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Remote functions that nobody waits for any more, and those that are tried again. */
final class Strays {
    private Strays() {}

    /** Leaves a mark again and again while it runs, and another when it is interrupted. */
    @Remote
    static int tick(int number, String marks) throws IOException, InterruptedException {
        try {
            while (true) {
                Marks.leave(marks, "tick");
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Marks.leave(marks, "interrupted");
            throw e;
        }
    }

    @Remote
    static int same(int number) {
        return number;
    }

    @Task
    static List<Integer> sameAll(List<Integer> numbers) {
        return Parallel.map(numbers, StraysTasks::same);
    }

    @Task
    static int leavesOpen(int count, String marks) throws InterruptedException {
        List<Ref<Integer>> refs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            refs.add(Parallel.submit(StraysTasks.tick(i, marks)));
        }
        awaitTicks(marks);
        return refs.size();
    }

    private static void awaitTicks(String marks) throws InterruptedException {
        while (Marks.count(Path.of(marks), "tick") == 0) {
            Thread.sleep(20);
        }
    }

    @Task
    static List<Integer> ticks(int count, String marks) {
        return Parallel.map(numbers(count), number -> StraysTasks.tick(number, marks));
    }

    private static List<Integer> numbers(int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    /** Is interrupted while it waits, and goes on. */
    @Task
    static String interruptsItself(String marks) throws InterruptedException {
        Thread body = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            try {
                awaitTicks(marks);
                body.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        interrupter.start();
        try {
            return "done " + ticks(4, marks);
        } catch (TaskCancelledException e) {
            boolean interrupted = Thread.interrupted();
            while (Marks.count(Path.of(marks), "interrupted") == 0) {
                Thread.sleep(20);
            }
            return "interrupted " + interrupted + ", then " + Parallel.map(List.of(1, 2), StraysTasks::same);
        }
    }

    /** What comes of the first attempts. */
    enum Luck {
        GOOD,
        LISTED,
        SUBCLASS_OF_LISTED,
        UNLISTED
    }

    @Remote(retries = 2, retryOn = IllegalStateException.class)
    static int tryLuck(Luck luck, int failures, String marks) throws IOException {
        int attempt = Marks.leave(marks, luck.name());
        if (attempt <= failures) {
            switch (luck) {
                case LISTED -> throw new IllegalStateException("attempt " + attempt);
                case SUBCLASS_OF_LISTED -> throw new java.nio.channels.AcceptPendingException();
                case UNLISTED -> throw new IllegalArgumentException("attempt " + attempt);
                default -> throw new AssertionError("never");
            }
        }
        return attempt;
    }

    @Task
    static List<Integer> tryAll(List<Luck> lucks, int failures, String marks) {
        return Parallel.map(lucks, luck -> StraysTasks.tryLuck(luck, luck == Luck.GOOD ? 0 : failures, marks));
    }
}
