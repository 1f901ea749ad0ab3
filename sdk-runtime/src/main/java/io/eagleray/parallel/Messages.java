package io.eagleray.parallel;

import io.eagleray.wire.Limits;
import io.eagleray.wire.ValueForm;
import java.util.Objects;

/**
 * Requests and answers as bytes. The limits for values do not apply to them: each value has been checked by itself, and
 * many may travel together.
 */
final class Messages {
    private static final Limits LIMITS = new Limits(Integer.MAX_VALUE, 500, Integer.MAX_VALUE);

    private static final ValueForm REQUEST = ValueForm.of(WorkerRequest.TYPE, LIMITS);
    private static final ValueForm ANSWER = ValueForm.of(WorkerAnswer.TYPE, LIMITS);

    /** With how many bytes a message is full: nothing is added to it, so that it stays far below what an array can hold. */
    static final long FULL = 16L << 20;

    private Messages() {}

    static byte[] encode(WorkerRequest request) {
        return REQUEST.encode(request);
    }

    static WorkerRequest request(byte[] bytes) {
        return (WorkerRequest) Objects.requireNonNull(REQUEST.decode(bytes));
    }

    static byte[] encode(WorkerAnswer answer) {
        return ANSWER.encode(answer);
    }

    static WorkerAnswer answer(byte[] bytes) {
        return (WorkerAnswer) Objects.requireNonNull(ANSWER.decode(bytes));
    }
}
