package io.eagleray.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A ref that has its value. */
record InlineRef<T>(@Nullable T value) implements Ref<T> {

    @Override
    @SuppressWarnings("NullAway") // null is a value like any other, and T may be nullable
    public T get() {
        return value;
    }

    @Override
    public T get(Duration timeout) {
        return get();
    }

    @Override
    public void cancel() {
        // it is there already
    }

    @Override
    public String toString() {
        return "Ref[inline]";
    }
}
