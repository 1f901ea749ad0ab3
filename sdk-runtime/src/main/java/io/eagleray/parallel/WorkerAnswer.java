package io.eagleray.parallel;

import io.eagleray.call.ValueType;
import io.eagleray.client.LogLine;
import io.eagleray.client.Progress;
import java.util.List;

/**
 * What a worker answers to a request.
 *
 * @param elsewhere whether another answer, one before or one that is still to come, says all that this one could
 * @param count how many calls ended since the last answer
 * @param ends how they ended, in the order of the request: a piece for each, led by an {@link End}
 * @param running whether the call after those still runs; whatever came after it is handed back, not begun
 * @param spent whether the worker is of no more use: a call neither ended nor let itself be interrupted, or its memory
 *     was exhausted
 * @param logs what was logged since the last answer
 * @param progress the last report of progress since the last answer
 * @param nanos how long so many calls take together, in nanoseconds
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record WorkerAnswer(
        boolean elsewhere,
        int count,
        byte[] ends,
        boolean running,
        boolean spent,
        List<LogLine> logs,
        List<Progress> progress,
        long nanos) {

    static final ValueType TYPE = ValueType.of(WorkerAnswer.class);

    static final WorkerAnswer ELSEWHERE = new WorkerAnswer(true, 0, new byte[0], false, false, List.of(), List.of(), 0);

    /** What leads a call's end. */
    interface End {
        /** The encoded value follows. */
        int VALUE = 0;
        /** The encoded envelope of the failure follows. */
        int FAILURE = 1;
        /** The same, of one that is worth another attempt. */
        int RETRYABLE = 2;
    }
}
