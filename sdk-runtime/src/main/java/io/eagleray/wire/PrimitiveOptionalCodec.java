package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** OptionalInt, OptionalLong and OptionalDouble: in JSON the number, or null when they are empty. */
final class PrimitiveOptionalCodec extends Codec {
    private final Codec value;
    private final Layout layout;

    PrimitiveOptionalCodec(Class<?> type, Codec value) {
        super(ValueType.of(type));
        this.value = value;
        this.layout = Layout.of(Kind.OPTIONAL, value.layout());
    }

    @Override
    Layout layout() {
        return layout;
    }

    @Override
    Object absent() {
        return of(null);
    }

    @Override
    void write(ByteWriter out, Object optional) {
        Object inner = inner(optional);
        out.bool(inner != null);
        if (inner != null) {
            value.write(out, inner);
        }
    }

    @Override
    Object read(ByteReader in) {
        return of(in.bool() ? value.read(in) : null);
    }

    @Override
    void write(JsonWriter out, Object optional) {
        Object inner = inner(optional);
        if (inner == null) {
            out.writeNull();
        } else {
            value.write(out, inner);
        }
    }

    @Override
    Object read(JsonReader in) {
        return of(value.read(in));
    }

    private Object of(@Nullable Object inner) {
        Class<?> raw = type().raw();
        if (raw == OptionalInt.class) {
            return inner == null ? OptionalInt.empty() : OptionalInt.of((int) inner);
        } else if (raw == OptionalLong.class) {
            return inner == null ? OptionalLong.empty() : OptionalLong.of((long) inner);
        }
        return inner == null ? OptionalDouble.empty() : OptionalDouble.of((double) inner);
    }

    private @Nullable Object inner(Object optional) {
        if (optional.getClass() != type().raw()) {
            throw misfit(optional);
        }
        if (optional instanceof OptionalInt ints) {
            return ints.isPresent() ? (Object) ints.getAsInt() : null;
        } else if (optional instanceof OptionalLong longs) {
            return longs.isPresent() ? (Object) longs.getAsLong() : null;
        }
        OptionalDouble doubles = (OptionalDouble) optional;
        return doubles.isPresent() ? (Object) doubles.getAsDouble() : null;
    }
}
