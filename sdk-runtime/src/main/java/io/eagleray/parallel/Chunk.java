package io.eagleray.parallel;

import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.call.Ref;
import io.eagleray.client.ValueException;
import io.eagleray.parallel.WorkerRequest.Argument;
import io.eagleray.wire.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls of one function, encoded into one request.
 *
 * @param calls those that could be encoded; the others have failed
 * @param request the encoded request
 * @param stored the stored values that it mentions
 * @param rest those for which the request was full
 */
record Chunk(List<PendingCall> calls, byte[] request, List<StoredValue> stored, List<PendingCall> rest) {

    static Chunk encode(List<PendingCall> calls, Policy policy, FanOut fanOut) {
        List<PendingCall> encoded = new ArrayList<>();
        List<WorkerRequest.Item> items = new ArrayList<>();
        List<StoredValue> stored = new ArrayList<>();
        CatalogFunction function = calls.get(0).call.function();
        int next = 0;
        for (long bytes = 0; next < calls.size() && bytes < Messages.FULL; next++) {
            PendingCall call = calls.get(next);
            try {
                List<Argument> arguments = arguments(call, stored, fanOut);
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
        return new Chunk(encoded, Messages.encode(request), stored, calls.subList(next, calls.size()));
    }

    private static long size(List<Argument> arguments) {
        return arguments.stream()
                .mapToLong(argument -> argument instanceof Argument.Inline inline ? inline.value().length : 0)
                .sum();
    }

    private static List<Argument> arguments(PendingCall call, List<StoredValue> stored, FanOut fanOut) {
        List<Parameter> parameters = call.call.function().parameters();
        List<Argument> arguments = new ArrayList<>(parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            arguments.add(argument(call, i, stored, fanOut));
        }
        return arguments;
    }

    private static Argument argument(PendingCall call, int i, List<StoredValue> stored, FanOut fanOut) {
        Parameter parameter = call.call.function().parameters().get(i);
        try {
            return encoded(call.arguments.get(i), parameter, stored, fanOut);
        } catch (ValueException e) {
            throw new ValueException(call + ", argument " + parameter.name() + ": " + e.getMessage(), e);
        }
    }

    private static Argument encoded(
            @Nullable Object value, Parameter parameter, List<StoredValue> stored, FanOut fanOut) {
        if (value instanceof ResultRef<?> result) {
            return new Argument.Inline(result.encoded(parameter.type()));
        }
        if (value instanceof PutRef<?> put && put.belongsTo(fanOut)) {
            PutRef.Form form = put.form(parameter.type());
            return form instanceof PutRef.Form.Stored large
                    ? stored(large.value(), put.isConstant(), stored, fanOut)
                    : new Argument.Inline(((PutRef.Form.Inline) form).value());
        }
        return new Argument.Inline(Values.encode(value instanceof Ref<?> ref ? ref.get() : value, parameter.type()));
    }

    private static Argument stored(StoredValue value, boolean constant, List<StoredValue> stored, FanOut fanOut) {
        int position = stored.indexOf(value);
        if (position < 0) {
            if (stored.size() == fanOut.storedValuesPerCall()) {
                return new Argument.Inline(value.get());
            }
            position = stored.size();
            stored.add(value);
        }
        return new Argument.Stored(position, constant);
    }
}
