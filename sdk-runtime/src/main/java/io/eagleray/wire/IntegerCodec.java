package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.util.function.LongFunction;

/** byte, short, int and long, and their boxes. */
final class IntegerCodec extends KeyCodec {
    static final Layout LAYOUT = Layout.of(Kind.INTEGER);

    private final Class<?> boxed;
    private final long least;
    private final long most;
    private final LongFunction<Object> box;

    IntegerCodec(ValueType type, Class<?> boxed, long least, long most, LongFunction<Object> box) {
        super(type);
        this.boxed = boxed;
        this.least = least;
        this.most = most;
        this.box = box;
    }

    @Override
    Layout layout() {
        return LAYOUT;
    }

    @Override
    void write(ByteWriter out, Object value) {
        out.integer(number(value));
    }

    @Override
    Object read(ByteReader in) {
        long value = in.integer();
        if (value < least || value > most) {
            throw outOfRange(Long.toString(value));
        }
        return box.apply(value);
    }

    @Override
    void write(JsonWriter out, Object value) {
        out.integer(number(value));
    }

    @Override
    Object read(JsonReader in) {
        return box.apply(in.integer(type(), least, most));
    }

    @Override
    String text(Object value) {
        return Long.toString(number(value));
    }

    @Override
    Object parse(String text) {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return box.apply(value);
            }
        } catch (NumberFormatException exception) {
            // said below, in our words
        }
        throw new Mismatch("expected " + Names.expected(type()) + ", given " + Quoted.of(text));
    }

    private long number(Object value) {
        if (value.getClass() != boxed) {
            throw misfit(value);
        }
        return ((Number) value).longValue();
    }

    private Mismatch outOfRange(String value) {
        return new Mismatch("expected " + Names.expected(type()) + ", given " + value + ", which is out of its range");
    }
}
