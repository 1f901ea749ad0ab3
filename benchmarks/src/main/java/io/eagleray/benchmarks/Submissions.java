package io.eagleray.benchmarks;

import io.eagleray.call.TaskCall;
import io.eagleray.client.Eagleray;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Many submissions of one client, each of the square of a number.
 *
 * @param eagleray the client
 * @param count how many
 * @param atOnce how many of them at the same time
 */
record Submissions(Eagleray eagleray, int count, int atOnce) {

    /** Looks on while the submissions run. */
    @FunctionalInterface
    interface Onlooker {
        void look(List<Future<Integer>> results) throws InterruptedException;
    }

    /** How many come back right. */
    int right(IntFunction<TaskCall<Integer>> call, Onlooker onlooker) {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int item = i;
                results.add(threads.submit(() -> eagleray.run(call.apply(item))));
            }
            onlooker.look(results);
            int right = 0;
            for (int item = 0; item < count; item++) {
                right += results.get(item).get() == item * item ? 1 : 0;
            }
            return right;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while submissions run", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
