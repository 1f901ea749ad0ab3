package io.eagleray.wire;

import io.eagleray.call.ValueType;

/** char and its box; a text of one character in JSON. */
final class CharacterCodec extends KeyCodec {
    private static final Layout LAYOUT = Layout.of(Kind.CHARACTER);

    CharacterCodec(ValueType type) {
        super(type);
    }

    @Override
    Layout layout() {
        return LAYOUT;
    }

    @Override
    void write(ByteWriter out, Object value) {
        out.varint(checked(value));
    }

    @Override
    Object read(ByteReader in) {
        long value = in.varint();
        if (value < 0 || value > Character.MAX_VALUE) {
            throw in.damaged("a char is " + value);
        }
        return (char) value;
    }

    @Override
    void write(JsonWriter out, Object value) {
        out.text(text(value));
    }

    @Override
    Object read(JsonReader in) {
        return parse(in.text("a text of one character"));
    }

    @Override
    String text(Object value) {
        return String.valueOf(checked(value));
    }

    @Override
    Object parse(String text) {
        if (text.length() != 1) {
            throw new Mismatch("expected a text of one character, given " + Quoted.of(text));
        }
        return text.charAt(0);
    }

    private char checked(Object value) {
        if (value instanceof Character character) {
            return character;
        }
        throw misfit(value);
    }
}
