package io.eagleray.wire;

import io.eagleray.call.ValueType;

/** boolean and its box. */
final class BooleanCodec extends KeyCodec {
    private static final Layout LAYOUT = Layout.of(Kind.BOOLEAN);

    BooleanCodec(ValueType type) {
        super(type);
    }

    @Override
    Layout layout() {
        return LAYOUT;
    }

    @Override
    void write(ByteWriter out, Object value) {
        out.bool(checked(value));
    }

    @Override
    Object read(ByteReader in) {
        return in.bool();
    }

    @Override
    void write(JsonWriter out, Object value) {
        out.bool(checked(value));
    }

    @Override
    Object read(JsonReader in) {
        return in.bool();
    }

    @Override
    String text(Object value) {
        return Boolean.toString(checked(value));
    }

    @Override
    Object parse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Mismatch("expected true or false, given " + Quoted.of(text));
        };
    }

    private boolean checked(Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw misfit(value);
    }
}
