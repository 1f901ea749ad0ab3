package io.eagleray.parallel;

import io.eagleray.call.Ref;
import io.eagleray.call.ValueType;
import io.eagleray.wire.Values;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A value for any number of calls: encoded once, and stored once, when the first call needs it; or stored already, under a
 * name, and then it comes here only when somebody asks for it.
 */
final class PutRef<T> implements Ref<T> {
    /** Smaller ones travel with each call: that takes less than fetching them. */
    private static final int SMALL = 4_096;

    private static final String STORED = "stored";

    private final FanOut fanOut;
    private final Supplier<T> value;
    private final boolean constant;
    private final String shown;
    private final Map<ValueType, Form> forms = new HashMap<>();

    private PutRef(FanOut fanOut, Supplier<T> value, boolean constant, String shown) {
        this.fanOut = fanOut;
        this.value = value;
        this.constant = constant;
        this.shown = shown;
    }

    /** A value that was put by the user, who does not change it; so the calls of a request may share one copy. */
    static <T> PutRef<T> constant(FanOut fanOut, T value) {
        return new PutRef<>(fanOut, () -> value, true, STORED);
    }

    /** An argument that several calls were given; each call gets a copy of its own. */
    static <T> PutRef<T> argument(FanOut fanOut, T value) {
        return new PutRef<>(fanOut, () -> value, false, STORED);
    }

    /** One that was found under a name; nobody changes it. */
    static <T> PutRef<T> named(FanOut fanOut, NamedValue<T> named, StoredValue stored) {
        PutRef<T> ref = new PutRef<>(fanOut, new Fetched<>(named, stored), true, named.toString());
        ref.forms.put(named.type(), new Form.Stored(stored, fanOut.nextValueId()));
        return ref;
    }

    /** How a call is given the value, encoded as a parameter of some type wants it. */
    sealed interface Form {
        /** It is small. */
        record Inline(byte[] value) implements Form {}

        /**
         * It is in the object store.
         *
         * @param value where
         * @param id the number of the value among those of the fan-out
         */
        record Stored(StoredValue value, long id) implements Form {}
    }

    synchronized Form form(ValueType wanted) {
        return forms.computeIfAbsent(wanted, this::made);
    }

    private Form made(ValueType type) {
        byte[] encoded = Values.encode(value.get(), type);
        return encoded.length <= SMALL
                ? new Form.Inline(encoded)
                : new Form.Stored(fanOut.put(encoded), fanOut.nextValueId());
    }

    boolean isConstant() {
        return constant;
    }

    boolean belongsTo(FanOut other) {
        return fanOut == other;
    }

    @Override
    public T get() {
        return value.get();
    }

    @Override
    public T get(Duration timeout) {
        return value.get();
    }

    @Override
    public void cancel() {
        // it is there already
    }

    @Override
    public String toString() {
        return "Ref[" + shown + "]";
    }
}
