package io.eagleray.wire;

import io.eagleray.call.ValueType;

/** The result of a method that returns nothing: null is its one value. */
final class VoidCodec extends Codec {
    private static final Layout LAYOUT = Layout.of(Kind.NOTHING);

    VoidCodec(ValueType type) {
        super(type);
    }

    @Override
    Layout layout() {
        return LAYOUT;
    }

    @Override
    void write(ByteWriter out, Object value) {
        throw misfit(value);
    }

    @Override
    Object read(ByteReader in) {
        throw in.damaged("there is a value where none can be");
    }

    @Override
    void write(JsonWriter out, Object value) {
        throw misfit(value);
    }

    @Override
    Object read(JsonReader in) {
        throw in.expected("null");
    }
}
