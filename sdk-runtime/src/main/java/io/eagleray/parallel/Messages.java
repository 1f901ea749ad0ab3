package io.eagleray.parallel;

import io.eagleray.wire.Limits;
import io.eagleray.wire.Values;
import java.util.Objects;

/**
 * Requests and answers as bytes. The limits for values do not apply to them: each value has been checked by itself, and
 * many may travel together.
 */
final class Messages {
    private static final Limits LIMITS = new Limits(Integer.MAX_VALUE, 500, Integer.MAX_VALUE);

    /** With how many bytes a message is full: nothing is added to it, so that it stays far below what an array can hold. */
    static final long FULL = 16L << 20;

    private Messages() {}

    static byte[] encode(WorkerRequest request) {
        return Values.encode(request, WorkerRequest.TYPE, LIMITS);
    }

    static WorkerRequest request(byte[] bytes) {
        return (WorkerRequest) Objects.requireNonNull(Values.decode(bytes, WorkerRequest.TYPE, LIMITS));
    }

    static byte[] encode(WorkerAnswer answer) {
        return Values.encode(answer, WorkerAnswer.TYPE, LIMITS);
    }

    static WorkerAnswer answer(byte[] bytes) {
        return (WorkerAnswer) Objects.requireNonNull(Values.decode(bytes, WorkerAnswer.TYPE, LIMITS));
    }
}
