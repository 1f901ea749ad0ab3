package io.eagleray.parallel;

import io.eagleray.call.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a worker is asked. It answers each request before it takes the next, and after {@code patience} even when its
 * work has not ended: what it has is passed on, what it has not begun is handed back, and the call that still runs is
 * asked about again.
 */
sealed interface WorkerRequest {
    ValueType TYPE = ValueType.of(WorkerRequest.class);

    /** Asks a worker nothing: its answer, as empty, says that it is up. */
    byte[] GREETING = {};

    /** How long to wait for more before answering with what is there. */
    Duration patience();

    /**
     * Call one function for each of some items.
     *
     * @param catalog the binary name of the function's catalog
     * @param function the function's name
     * @param retryOn binary names of the exceptions that are worth another attempt; empty means any
     * @param timeout how long each call may take
     * @param executionId the execution it belongs to
     * @param task the name of the task that asks
     * @param path the task, and the functions that ask in its turn, outermost first
     * @param attempt which attempt of the items this is, from 1
     * @param items the arguments of each call
     */
    record Work(
            String catalog,
            String function,
            List<String> retryOn,
            Optional<Duration> timeout,
            String executionId,
            String task,
            String path,
            int attempt,
            List<Item> items,
            Duration patience)
            implements WorkerRequest {}

    /** Go on with the call that runs. */
    record Continue(Duration patience) implements WorkerRequest {}

    /** Interrupt the call that runs: nobody wants it any more. */
    record Interrupt(Duration patience) implements WorkerRequest {}

    /**
     * One call.
     *
     * @param arguments its arguments, in order
     */
    record Item(List<Argument> arguments) {}

    /** One encoded argument. */
    sealed interface Argument {
        int KNOWN = -1;

        /** It travels with the request. */
        record Inline(byte[] value) implements Argument {}

        /** It stands at a place of the list of stored values. */
        record Stored(int position) implements Argument {}

        /**
         * It stands there, too, and no call changes it, so that all may share one copy: those of this request, and of the
         * next one that mentions it.
         *
         * @param id the number by which it is known from then on
         * @param position its place; {@value #KNOWN} where the request before has mentioned it
         */
        record Constant(long id, int position) implements Argument {}
    }
}
