package io.eagleray.parallel;

import io.eagleray.client.BackendException;
import io.eagleray.wire.Values;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A named value that comes here when it is first asked for. */
final class Fetched<T> implements Supplier<T> {
    private final NamedValue<T> named;
    private final StoredValue stored;
    private @Nullable Value<T> here; // guarded by this

    Fetched(NamedValue<T> named, StoredValue stored) {
        this.named = named;
        this.stored = stored;
    }

    private record Value<T>(T value) {}

    @Override
    public synchronized T get() {
        Value<T> value = here;
        if (value == null) {
            value = new Value<>(fetch());
            here = value;
        }
        return value.value();
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the type is that of T, and null is a value like any other
    private T fetch() {
        byte[] value = stored.get();
        if (value.length == 0) { // no encoded value is empty
            throw new BackendException(
                    named + " cannot be read: it was removed meanwhile, or is more than the Java heap on"
                            + " the head takes");
        }
        return (T) Values.decode(value, named.type());
    }
}
