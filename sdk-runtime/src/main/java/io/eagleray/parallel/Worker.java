package io.eagleray.parallel;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A long-lived worker: it answers one call after the other, and one that is about another beside it. */
public interface Worker {

    /**
     * Sends a call.
     *
     * @param request the encoded call
     * @param values the stored values it mentions, by their place in this list
     * @return the encoded answer; fails with {@link io.eagleray.client.WorkerDiedException} when the worker died, with
     *     {@link io.eagleray.client.BackendException} when it cannot be reached
     */
    CompletableFuture<byte[]> call(byte[] request, List<StoredValue> values);

    /**
     * Sends a request that is answered beside the call under way, about which it asks.
     *
     * @param request the encoded request
     * @return as {@link #call}
     */
    CompletableFuture<byte[]> callBeside(byte[] request);

    /**
     * Lends it this thread, which waits for an answer anyway, for a moment: then none needs to be woken for the answer.
     *
     * @param wanted what this thread waits for
     * @param moment how long at most
     */
    default void help(CompletableFuture<?> wanted, Duration moment) {}

    /** Ends it at once, whatever it does; calls under way fail with {@code WorkerDiedException}. */
    void kill();

    /** Gives it back while it is idle; its place may keep it, warm, for another execution of the same application. */
    void release();

    /** A short name for people, such as {@code worker 3}. */
    @Override
    String toString();
}
