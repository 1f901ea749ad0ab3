package io.eagleray.parallel;

import io.eagleray.call.Parameter;
import io.eagleray.call.Ref;
import io.eagleray.client.ValueException;
import io.eagleray.parallel.WorkerRequest.Argument;
import io.eagleray.wire.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arguments of one request's calls, with the stored values that go with it. */
final class Arguments {
    private final FanOut fanOut;
    private final Set<Long> known;
    private final List<StoredValue> stored = new ArrayList<>();
    private final Set<Long> constants = new HashSet<>();

    /** Of a request to a worker that has been given some constants with the request before. */
    Arguments(FanOut fanOut, Set<Long> known) {
        this.fanOut = fanOut;
        this.known = known;
    }

    /** The stored values that go with the request. */
    List<StoredValue> stored() {
        return stored;
    }

    /** The constants that the worker has been given after the request. */
    Set<Long> constants() {
        return constants;
    }

    List<Argument> of(PendingCall call) {
        List<Parameter> parameters = call.call.function().parameters();
        List<Argument> arguments = new ArrayList<>(parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            try {
                arguments.add(encoded(call.arguments.get(i), parameter));
            } catch (ValueException e) {
                throw new ValueException(call + ", argument " + parameter.name() + ": " + e.getMessage(), e);
            }
        }
        return arguments;
    }

    private Argument encoded(@Nullable Object value, Parameter parameter) {
        if (value instanceof ResultRef<?> result) {
            return new Argument.Inline(result.encoded(parameter.type()));
        }
        if (value instanceof PutRef<?> put && put.belongsTo(fanOut)) {
            PutRef.Form form = put.form(parameter.type());
            return form instanceof PutRef.Form.Stored large
                    ? stored(large, put.isConstant())
                    : new Argument.Inline(((PutRef.Form.Inline) form).value());
        }
        return new Argument.Inline(Values.encode(value instanceof Ref<?> ref ? ref.get() : value, parameter.type()));
    }

    private Argument stored(PutRef.Form.Stored form, boolean constant) {
        if (constant && known.contains(form.id())) {
            constants.add(form.id());
            return new Argument.Constant(form.id(), Argument.KNOWN);
        }
        int position = stored.indexOf(form.value());
        if (position < 0) {
            if (stored.size() == fanOut.storedValuesPerCall()) {
                return new Argument.Inline(form.value().get());
            }
            position = stored.size();
            stored.add(form.value());
        }
        if (!constant) {
            return new Argument.Stored(position);
        }
        constants.add(form.id());
        return new Argument.Constant(form.id(), position);
    }
}
