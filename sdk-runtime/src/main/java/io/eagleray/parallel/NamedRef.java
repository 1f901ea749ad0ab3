package io.eagleray.parallel;

import io.eagleray.call.ValueType;
import io.eagleray.client.BackendException;
import io.eagleray.wire.Values;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A value that was found under a name. It goes to the calls from where it is, and comes here when it is asked for. */
final class NamedRef<T> implements SharedRef<T> {
    private final NamedValue<T> named;
    private final FanOut fanOut;
    private final Form.Stored stored;
    private @Nullable PutRef<T> fetched;

    NamedRef(NamedValue<T> named, FanOut fanOut, StoredValue value) {
        this.named = named;
        this.fanOut = fanOut;
        stored = new Form.Stored(value, fanOut.nextValueId());
    }

    @Override
    public Form form(ValueType wanted) {
        return wanted.equals(named.type()) ? stored : fetched().form(wanted);
    }

    @Override
    public boolean isConstant() {
        return true;
    }

    @Override
    public boolean belongsTo(FanOut other) {
        return fanOut == other;
    }

    @Override
    public T get() {
        return fetched().get();
    }

    @Override
    public T get(Duration timeout) {
        return get();
    }

    private synchronized PutRef<T> fetched() {
        PutRef<T> known = fetched;
        if (known == null) {
            known = PutRef.constant(fanOut, decoded());
            fetched = known;
        }
        return known;
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the type is that of T, and null is a value like any other
    private T decoded() {
        byte[] value = stored.value().get();
        if (value.length == 0) { // no encoded value is empty
            throw new BackendException(
                    named + " cannot be read: it was removed meanwhile, or is more than the Java heap on"
                            + " the head takes");
        }
        return (T) Values.decode(value, named.type());
    }

    @Override
    public void cancel() {
        // it is there already
    }

    @Override
    public String toString() {
        return "Ref[" + named + "]";
    }
}
