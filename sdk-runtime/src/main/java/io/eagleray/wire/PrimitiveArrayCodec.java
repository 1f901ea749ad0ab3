package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.lang.reflect.Array;
import java.util.Map;

/** Arrays of primitives: copied in bulk, never boxed in the binary form. Bytes are base64 in JSON, chars a text. */
final class PrimitiveArrayCodec extends Codec {
    static final Map<Class<?>, Kind> ARRAYS = Map.of(
            byte[].class, Kind.BYTES,
            boolean[].class, Kind.BOOLEANS,
            short[].class, Kind.SHORTS,
            char[].class, Kind.CHARACTERS,
            int[].class, Kind.INTS,
            long[].class, Kind.LONGS,
            float[].class, Kind.FLOATS,
            double[].class, Kind.DOUBLES);

    private static final int FIRST_LENGTH = 16;

    private final Kind kind;
    private final Class<?> array;
    private final int width;
    private final Layout layout;

    PrimitiveArrayCodec(Class<?> array, Kind kind) {
        super(ValueType.of(array));
        this.kind = kind;
        this.array = array;
        this.width = kind.layout().charAt(0) - '0';
        this.layout = Layout.of(kind);
    }

    @Override
    Layout layout() {
        return layout;
    }

    @Override
    void write(ByteWriter out, Object value) {
        out.array(checked(value), Array.getLength(value), width);
    }

    @Override
    Object read(ByteReader in) {
        return in.array(kind, width);
    }

    @Override
    void write(JsonWriter out, Object value) {
        checked(value);
        if (value instanceof byte[] bytes) {
            out.base64(bytes);
        } else if (value instanceof char[] chars) {
            out.text(new String(chars));
        } else {
            out.array(value, element());
        }
    }

    @Override
    Object read(JsonReader in) {
        if (kind == Kind.BYTES) {
            return in.base64();
        }
        if (kind == Kind.CHARACTERS) {
            return in.text("a text, the chars of the array").toCharArray();
        }
        return elements(in);
    }

    private Object elements(JsonReader in) {
        in.startArray(type());
        Object values = Array.newInstance(array.getComponentType(), FIRST_LENGTH);
        int length = 0;
        Codec element = element();
        while (in.nextElement(length)) {
            if (length == Array.getLength(values)) {
                values = resized(values, length * 2, length);
            }
            try {
                Array.set(values, length, element.nonNull(element.readNullable(in)));
            } catch (Mismatch mismatch) {
                throw mismatch.element(length);
            }
            length++;
        }
        return resized(values, length, length);
    }

    private Object resized(Object values, int capacity, int length) {
        Object copy = Array.newInstance(array.getComponentType(), capacity);
        System.arraycopy(values, 0, copy, 0, Math.min(length, capacity));
        return copy;
    }

    private Codec element() {
        return Codecs.scalar(array.getComponentType());
    }

    private Object checked(Object value) {
        if (value.getClass() != array) {
            throw misfit(value);
        }
        return value;
    }
}
