package io.eagleray.parallel;

import io.eagleray.call.CatalogFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
    static Chunk encode(
            List<PendingCall> calls, Policy policy, Slot.Pace pace, long number, FanOut fanOut, Set<Long> known) {
        CatalogFunction function = calls.get(0).call.function();
        Arguments arguments = new Arguments(function, fanOut, known);
        List<PendingCall> encoded = new ArrayList<>(calls.size());
        int next = 0;
        for (; next < calls.size() && arguments.size() < Messages.FULL; next++) {
            PendingCall call = calls.get(next);
            try {
                arguments.add(call);
                encoded.add(call);
            } catch (RuntimeException | StackOverflowError e) { // also what a record's accessor throws
                call.outcome.completeExceptionally(e);
            }
        }
        WorkerRequest request = new WorkerRequest.Work(
                number,
                pace.quick(),
                function.catalog().getClass().getName(),
                function.name(),
                policy.retryOn(),
                policy.timeout(),
                fanOut.owner().executionId(),
                fanOut.owner().task(),
                fanOut.owner().path(),
                calls.get(0).failures + 1,
                function.parameters().size(),
                encoded.size(),
                arguments.toByteArray(),
                arguments.constants(),
                pace.patience());
        return new Chunk(
                encoded,
                Messages.encode(request),
                arguments.stored(),
                arguments.constants().stream().map(WorkerRequest.Constant::id).collect(Collectors.toUnmodifiableSet()),
                calls.subList(next, calls.size()));
    }
}
