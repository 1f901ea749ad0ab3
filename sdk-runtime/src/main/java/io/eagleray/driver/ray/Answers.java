package io.eagleray.driver.ray;

import io.eagleray.client.BackendException;
import io.eagleray.parallel.DaemonThreads;
import io.ray.api.ObjectRef;
import io.ray.api.exception.RayTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for answers in Ray, and looks up from time to time: when the head is dead, Ray itself would wait for ever, and
 * it cannot be shut down while somebody waits in it.
 *
 * @param gate the way in
 * @param trouble what is known to be wrong with this Ray; empty text while all is well
 */
record Answers(Gate gate, Supplier<String> trouble) {
    private static final long LOOK_MILLIS = 500;
    private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);
    private static final byte[] NOTHING = {};
    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(DaemonThreads.named("eagleray Ray call"));

    byte[] await(ObjectRef<byte[]> ref) {
        return await(ref, FOREVER);
    }

    private byte[] await(ObjectRef<byte[]> ref, Duration patience) {
        for (long start = System.nanoTime(); System.nanoTime() - start < patience.toNanos(); failInTrouble()) {
            Optional<byte[]> answer = gate.pass(() -> look(ref, LOOK_MILLIS));
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new BackendException("no answer from Ray after " + patience);
    }

    /** What gives the answer, or throws the failure, if either is there before the time is up. */
    Optional<Supplier<byte[]>> poll(ObjectRef<byte[]> ref, long nanos) {
        try {
            return gate.pass(() -> look(ref, nanos / 1_000_000 + 1)).map(answer -> () -> answer);
        } catch (RuntimeException e) {
            return Optional.of(() -> {
                throw e;
            });
        }
    }

    /**
     * Makes a call that asks the head, and would never come back when that dies in the meantime. An interrupt does not
     * end it: it is meant for what the interrupted thread waits for, and that is not always this.
     */
    <T> T ask(Supplier<T> call) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(() -> gate.pass(call), THREADS);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    failInTrouble();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof RuntimeException failure
                            ? failure
                            : new BackendException("Ray cannot be asked", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Makes a call on another thread, and waits there for its answer, for a while. */
    CompletableFuture<byte[]> within(Duration patience, Supplier<ObjectRef<byte[]>> call) {
        return CompletableFuture.supplyAsync(() -> await(gate.pass(call), patience), THREADS);
    }

    /** Makes a call whose end nobody waits for; there is none where there is no head that could hear of it. */
    void tell(Runnable call) {
        if (trouble.get().isEmpty()) {
            THREADS.execute(() -> gate.passIfOpen(call));
        }
    }

    private void failInTrouble() {
        String what = trouble.get();
        if (!what.isEmpty()) {
            throw new BackendException(what);
        }
    }

    private static Optional<byte[]> look(ObjectRef<byte[]> ref, long millis) {
        try {
            byte @Nullable [] answer = ref.get(millis);
            return Optional.of(answer == null ? NOTHING : answer); // Ray makes null of an array without elements
        } catch (RayTimeoutException e) {
            return Optional.empty();
        }
    }
}
