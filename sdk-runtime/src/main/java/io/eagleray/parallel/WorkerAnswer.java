package io.eagleray.parallel;

import io.eagleray.call.ValueType;
import io.eagleray.client.LogLine;
import io.eagleray.client.Progress;
import java.util.List;

/**
 * What a worker answers to a request.
 *
 * @param items how calls ended since the last answer, in the order of the request
 * @param running whether the call after those still runs; whatever came after it is handed back, not begun
 * @param spent whether the worker is of no more use: a call neither ended nor let itself be interrupted, or its memory
 *     was exhausted
 * @param logs what was logged since the last answer
 * @param progress the last report of progress since the last answer
 * @param nanos how long the calls took together, in nanoseconds
 */
record WorkerAnswer(
        List<Item> items, boolean running, boolean spent, List<LogLine> logs, List<Progress> progress, long nanos) {

    static final ValueType TYPE = ValueType.of(WorkerAnswer.class);

    /**
     * How one call ended.
     *
     * @param envelope the encoded envelope
     * @param retryable whether it failed in a way that is worth another attempt
     */
    record Item(byte[] envelope, boolean retryable) {}
}
