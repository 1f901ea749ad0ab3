package io.eagleray.parallel;

import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.call.Ref;
import io.eagleray.client.ValueException;
import io.eagleray.parallel.WorkerRequest.Argument;
import io.eagleray.parallel.WorkerRequest.Constant;
import io.eagleray.wire.BlockWriter;
import io.eagleray.wire.ValueForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Encodes the arguments of one request's calls, with the stored values that go with it. */
final class Arguments {
    private final List<Parameter> parameters;
    private final ValueForm[] forms;
    private final FanOut fanOut;
    private final Set<Long> known;
    private final BlockWriter calls = new BlockWriter();
    private final List<StoredValue> stored = new ArrayList<>();
    private final Map<Long, Constant> constants = new LinkedHashMap<>();

    /** Of calls of a function, for a worker that has been given some constants with the request before. */
    Arguments(CatalogFunction function, FanOut fanOut, Set<Long> known) {
        this.parameters = function.parameters();
        this.fanOut = fanOut;
        this.known = known;
        forms = parameters.stream()
                .map(parameter -> ValueForm.of(parameter.type()))
                .toArray(ValueForm[]::new);
    }

    /** Adds a call. When one of its arguments cannot be encoded, that is thrown, and nothing is added. */
    void add(PendingCall call) {
        calls.piece(() -> {
            for (int i = 0; i < forms.length; i++) {
                try {
                    write(call.arguments.get(i), i);
                } catch (ValueException e) {
                    throw new ValueException(
                            call + ", argument " + parameters.get(i).name() + ": " + e.getMessage(), e);
                }
            }
        });
    }

    /** How many bytes there are. */
    long size() {
        return calls.size();
    }

    byte[] toByteArray() {
        return calls.toByteArray();
    }

    /** The stored values that go with the request. */
    List<StoredValue> stored() {
        return stored;
    }

    /** The constants that the calls mention. */
    List<Constant> constants() {
        return List.copyOf(constants.values());
    }

    private void write(@Nullable Object value, int place) {
        if (!(value instanceof Ref<?> ref)) {
            calls.number(Argument.VALUE);
            calls.value(forms[place], value);
        } else if (ref instanceof ResultRef<?> result) {
            encoded(result.encoded(parameters.get(place).type()));
        } else if (ref instanceof PutRef<?> put && put.belongsTo(fanOut)) {
            PutRef.Form form = put.form(parameters.get(place).type());
            if (form instanceof PutRef.Form.Stored large) {
                stored(large, put.isConstant());
            } else {
                encoded(((PutRef.Form.Inline) form).value());
            }
        } else {
            calls.number(Argument.VALUE);
            calls.value(forms[place], ref.get());
        }
    }

    private void encoded(byte[] value) {
        calls.number(Argument.VALUE);
        calls.bytes(value);
    }

    private void stored(PutRef.Form.Stored form, boolean constant) {
        if (constant && (constants.containsKey(form.id()) || known.contains(form.id()))) {
            constant(form.id(), Constant.KNOWN);
            return;
        }
        int position = stored.indexOf(form.value());
        if (position < 0) {
            if (stored.size() == fanOut.storedValuesPerCall()) {
                encoded(form.value().get());
                return;
            }
            position = stored.size();
            stored.add(form.value());
        }
        if (constant) {
            constant(form.id(), position);
        } else {
            calls.number(Argument.STORED);
            calls.number(position);
        }
    }

    private void constant(long id, int position) {
        constants.putIfAbsent(id, new Constant(id, position));
        calls.number(Argument.CONSTANT);
        calls.number(id);
    }
}
