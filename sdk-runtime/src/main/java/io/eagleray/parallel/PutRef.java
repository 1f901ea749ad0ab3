package io.eagleray.parallel;

import io.eagleray.call.ValueType;
import io.eagleray.wire.Values;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A value for any number of calls: encoded once, and stored once, when the first call needs it. */
final class PutRef<T> implements SharedRef<T> {
    /** Smaller ones travel with each call: that takes less than fetching them. */
    private static final int SMALL = 4_096;

    private final FanOut fanOut;
    private final T value;
    private final boolean constant;
    private final Map<ValueType, Form> forms = new HashMap<>();

    private PutRef(FanOut fanOut, T value, boolean constant) {
        this.fanOut = fanOut;
        this.value = value;
        this.constant = constant;
    }

    /** A value that was put by the user, who does not change it; so the calls of a request may share one copy. */
    static <T> PutRef<T> constant(FanOut fanOut, T value) {
        return new PutRef<>(fanOut, value, true);
    }

    /** An argument that several calls were given; each call gets a copy of its own. */
    static <T> PutRef<T> argument(FanOut fanOut, T value) {
        return new PutRef<>(fanOut, value, false);
    }

    @Override
    public synchronized Form form(ValueType wanted) {
        return forms.computeIfAbsent(wanted, this::made);
    }

    private Form made(ValueType type) {
        byte[] encoded = Values.encode(value, type);
        return encoded.length <= SMALL
                ? new Form.Inline(encoded)
                : new Form.Stored(fanOut.put(encoded), fanOut.nextValueId());
    }

    @Override
    public boolean isConstant() {
        return constant;
    }

    @Override
    public boolean belongsTo(FanOut other) {
        return fanOut == other;
    }

    @Override
    public T get() {
        return value;
    }

    @Override
    public T get(Duration timeout) {
        return value;
    }

    @Override
    public void cancel() {
        // it is there already
    }

    @Override
    public String toString() {
        return "Ref[stored]";
    }
}
