package io.eagleray.wire;

import io.eagleray.call.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the values of one type, in both forms. Null is the business of whoever holds the value: a codec never
 * sees it, except for {@link #absent()}.
 */
abstract class Codec {
    private final ValueType type;

    Codec(ValueType type) {
        this.type = type;
    }

    final ValueType type() {
        return type;
    }

    /** How its values lie in the binary form. */
    abstract Layout layout();

    abstract void write(ByteWriter out, Object value);

    abstract Object read(ByteReader in);

    abstract void write(JsonWriter out, Object value);

    /** Reads the value that starts at the parser's token, which is not null, and leaves the parser on its last token. */
    abstract Object read(JsonReader in);

    /** Whether null is a value of this type. */
    final boolean nullable() {
        return !type.raw().isPrimitive() || type.raw() == void.class;
    }

    /** What stands for a value that is missing or null in JSON. */
    @Nullable
    Object absent() {
        return null;
    }

    /** Whether {@link #absent()} is more than null, so that JSON's null is taken. */
    final boolean takesNull() {
        return absent() != null;
    }

    final Object nonNull(@Nullable Object value) {
        if (value == null) {
            throw nullGiven();
        }
        return value;
    }

    /** What stands for null where one is written: nothing, or an error where the type has none. */
    final void checkNull() {
        if (!nullable()) {
            throw nullGiven();
        }
    }

    final void writeNullable(JsonWriter out, @Nullable Object value) {
        if (value == null) {
            checkNull();
            out.writeNull();
        } else {
            write(out, value);
        }
    }

    final @Nullable Object readNullable(JsonReader in) {
        if (!in.atNull()) {
            return read(in);
        }
        checkNull();
        return absent();
    }

    final Mismatch nullGiven() {
        return new Mismatch("expected " + Names.expected(type) + ", given null");
    }

    final Mismatch misfit(Object value) {
        return new Mismatch("expected " + Names.expected(type) + ", given " + Names.given(value));
    }
}
