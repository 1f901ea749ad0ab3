package io.eagleray.parallel;

import io.eagleray.call.Ref;
import io.eagleray.call.ValueType;
import io.eagleray.wire.Values;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A value that is stored once, when the first call needs it, and then used by any number of calls. */
final class PutRef<T> implements Ref<T> {
    private final FanOut fanOut;
    private final T value;
    private final Map<ValueType, StoredValue> stored = new HashMap<>();

    PutRef(FanOut fanOut, T value) {
        this.fanOut = fanOut;
        this.value = value;
    }

    /** The stored value, encoded as a parameter of this type wants it. */
    synchronized StoredValue stored(ValueType wanted) {
        return stored.computeIfAbsent(wanted, type -> fanOut.put(Values.encode(value, type)));
    }

    boolean belongsTo(FanOut other) {
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
