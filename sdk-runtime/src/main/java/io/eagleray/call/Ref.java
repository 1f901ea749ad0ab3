package io.eagleray.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A value in Ray's object store, or on its way there.
 *
 * @param <T> the type of the value
 */
public interface Ref<T> {

    /**
     * Waits for the value.
     *
     * @return the value
     * @throws io.eagleray.client.TaskFailedException when the function that makes the value failed
     * @throws io.eagleray.client.TaskCancelledException when it was cancelled, or the waiting thread was interrupted
     */
    T get();

    /**
     * Waits for the value, for a while.
     *
     * @param timeout how long to wait
     * @return the value
     * @throws io.eagleray.client.TaskTimeoutException when it is not there in time; it stays on its way
     * @throws io.eagleray.client.TaskFailedException when the function that makes the value failed
     * @throws io.eagleray.client.TaskCancelledException when it was cancelled, or the waiting thread was interrupted
     */
    T get(Duration timeout);

    /** Cancels the function that makes the value; nothing happens when it is there already. */
    void cancel();

    /**
     * An inline ref: a value that travels with the call.
     *
     * @param value the value
     * @param <T> its type
     * @return a ref that has the value already
     */
    static <T> Ref<T> of(@Nullable T value) {
        return new InlineRef<>(value);
    }
}
