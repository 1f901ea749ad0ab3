package io.eagleray.wire;

import io.eagleray.call.ValueType;

/** float and double, and their boxes; NaN and the infinities are text in JSON. */
final class FloatingCodec extends KeyCodec {
    private final boolean wide;
    private final Layout layout;

    FloatingCodec(ValueType type) {
        super(type);
        this.wide = type.raw() == double.class || type.raw() == Double.class;
        this.layout = Layout.of(wide ? Kind.DOUBLE : Kind.FLOAT);
    }

    @Override
    Layout layout() {
        return layout;
    }

    @Override
    void write(ByteWriter out, Object value) {
        if (wide) {
            out.fixed8(Double.doubleToRawLongBits((double) checked(value)));
        } else {
            out.fixed4(Float.floatToRawIntBits((float) checked(value)));
        }
    }

    @Override
    Object read(ByteReader in) {
        if (wide) {
            return Double.longBitsToDouble(in.fixed8());
        }
        return Float.intBitsToFloat(in.fixed4());
    }

    @Override
    void write(JsonWriter out, Object value) {
        if (wide) {
            out.floating((double) checked(value));
        } else {
            out.floating((float) checked(value));
        }
    }

    @Override
    Object read(JsonReader in) {
        return wide ? (Object) in.doubleValue(type()) : (Object) in.floatValue(type());
    }

    @Override
    String text(Object value) {
        return wide ? Floats.text((double) checked(value)) : Floats.text((float) checked(value));
    }

    @Override
    Object parse(String text) {
        return wide ? (Object) Floats.parseDouble(text, type()) : (Object) Floats.parseFloat(text, type());
    }

    private Object checked(Object value) {
        if (value.getClass() != (wide ? Double.class : Float.class)) {
            throw misfit(value);
        }
        return value;
    }
}
