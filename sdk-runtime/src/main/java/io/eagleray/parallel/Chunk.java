package io.eagleray.parallel;

import io.eagleray.call.CatalogFunction;
import io.eagleray.parallel.WorkerRequest.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Calls of one function, encoded into one request.
 *
 * @param calls those that could be encoded; the others have failed
 * @param request the encoded request
 * @param stored the stored values that it mentions
 * @param constants the constants that its worker then knows
 * @param rest those for which the request was full
 */
record Chunk(
        List<PendingCall> calls,
        byte[] request,
        List<StoredValue> stored,
        Set<Long> constants,
        List<PendingCall> rest) {

    /** Encodes calls for a worker that has been given some constants with the request before. */
    static Chunk encode(List<PendingCall> calls, Policy policy, FanOut fanOut, Set<Long> known) {
        List<PendingCall> encoded = new ArrayList<>();
        List<WorkerRequest.Item> items = new ArrayList<>();
        Arguments all = new Arguments(fanOut, known);
        CatalogFunction function = calls.get(0).call.function();
        int next = 0;
        for (long bytes = 0; next < calls.size() && bytes < Messages.FULL; next++) {
            PendingCall call = calls.get(next);
            try {
                List<Argument> arguments = all.of(call);
                items.add(new WorkerRequest.Item(arguments));
                encoded.add(call);
                bytes += size(arguments);
            } catch (RuntimeException | StackOverflowError e) { // also what a record's accessor throws
                call.outcome.completeExceptionally(e);
            }
        }
        WorkerRequest request = new WorkerRequest.Work(
                function.catalog().getClass().getName(),
                function.name(),
                policy.retryOn(),
                policy.timeout(),
                fanOut.owner().executionId(),
                fanOut.owner().task(),
                fanOut.owner().path(),
                calls.get(0).failures + 1,
                items,
                Slot.PATIENCE);
        return new Chunk(
                encoded, Messages.encode(request), all.stored(), all.constants(), calls.subList(next, calls.size()));
    }

    private static long size(List<Argument> arguments) {
        long size = 0;
        for (Argument argument : arguments) {
            size += argument instanceof Argument.Inline inline ? inline.value().length : 0;
        }
        return size;
    }
}
