package io.eagleray.parallel;

import io.eagleray.call.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a worker is asked. It answers each request before it takes the next, and after {@code patience} even when its
 * work has not ended: what it has is passed on, what it has not begun is handed back, and the call that still runs is
 * asked about again. Only quick work is answered no sooner than it has ended; if it is not quick after all, it is asked
 * about beside the request that brought it.
 */
sealed interface WorkerRequest {
    ValueType TYPE = ValueType.of(WorkerRequest.class);

    /** Asks a worker nothing: its answer, as empty, says that it is up. */
    byte[] GREETING = {};

    /** The work that is meant: a number that no other work of the same worker has. */
    long number();

    /** How long to wait for more before answering with what is there. */
    Duration patience();

    /**
     * Call one function for each of some items.
     *
     * @param quick whether the calls are expected to end so soon that it does not pay to hand them to another thread
     * @param catalog the binary name of the function's catalog
     * @param function the function's name
     * @param retryOn binary names of the exceptions that are worth another attempt; empty means any
     * @param timeout how long each call may take
     * @param executionId the execution it belongs to
     * @param task the name of the task that asks
     * @param path the task, and the functions that ask in its turn, outermost first
     * @param attempt which attempt of the items this is, from 1
     * @param parameters how many parameters the function has
     * @param count how many calls there are
     * @param calls the calls: a piece for each, of its arguments in order, each led by an {@link Argument}
     * @param constants the values that the calls share and none of them changes
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Work(
            long number,
            boolean quick,
            String catalog,
            String function,
            List<String> retryOn,
            Optional<Duration> timeout,
            String executionId,
            String task,
            String path,
            int attempt,
            int parameters,
            int count,
            byte[] calls,
            List<Constant> constants,
            Duration patience)
            implements WorkerRequest {}

    /** Go on with the call that runs. */
    record Continue(long number, Duration patience) implements WorkerRequest {}

    /** Interrupt the call that runs: nobody wants it any more. */
    record Interrupt(long number, Duration patience) implements WorkerRequest {}

    /** What leads an argument. */
    interface Argument {
        /** The encoded value follows. */
        int VALUE = 0;
        /** The place of the value in the list of stored values follows; each call gets a copy of its own. */
        int STORED = 1;
        /** The number of a {@link Constant} follows. */
        int CONSTANT = 2;
    }

    /**
     * A stored value that no call changes, so that all share one copy: those of this request, and of the next one that
     * mentions it.
     *
     * @param id the number by which it is known from then on
     * @param position its place in the list of stored values; {@value #KNOWN} where the request before has mentioned it
     */
    record Constant(long id, int position) {
        static final int KNOWN = -1;
    }
}
