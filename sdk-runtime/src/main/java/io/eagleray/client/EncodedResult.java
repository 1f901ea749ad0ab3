package io.eagleray.client;

import io.eagleray.call.TaskHandle;
import io.eagleray.wire.UntypedValue;
import io.eagleray.wire.Values;

/** The result of a task that is not known yet; the task's handle gives it its type, and without one it can be shown. */
public final class EncodedResult {
    private final byte[] bytes;

    EncodedResult(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Decodes it.
     *
     * @param task the task that gave it
     * @param <T> the type of the result
     * @return the value; null when the task returned null, or nothing
     * @throws ValueException when it is no result of this task
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // the companion gave the task its type, which may be nullable
    public <T> T as(TaskHandle<T> task) {
        return (T) Values.decode(bytes, task.function().result());
    }

    /**
     * Decodes it as far as its bytes tell, without the application.
     *
     * @return the value, to be shown
     * @throws ValueException when it is no result of a task
     */
    public UntypedValue untyped() {
        return UntypedValue.decode(bytes);
    }
}
