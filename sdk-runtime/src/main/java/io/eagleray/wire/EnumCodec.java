package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/** An enum: by the names of its constants, so that their order may change. */
final class EnumCodec extends KeyCodec {
    private static final Layout LAYOUT = Layout.of(Kind.ENUM);

    private final Map<String, Object> constants = new LinkedHashMap<>();

    EnumCodec(ValueType type) {
        super(type);
        for (Object constant : type.raw().getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
    }

    @Override
    Layout layout() {
        return LAYOUT;
    }

    @Override
    void write(ByteWriter out, Object value) {
        out.name(text(value));
    }

    @Override
    Object read(ByteReader in) {
        return parse(in.name());
    }

    @Override
    void write(JsonWriter out, Object value) {
        out.text(text(value));
    }

    @Override
    Object read(JsonReader in) {
        return parse(in.text("one of " + constants.keySet()));
    }

    @Override
    String text(Object value) {
        if (!type().raw().isInstance(value)) {
            throw misfit(value);
        }
        return ((Enum<?>) value).name();
    }

    @Override
    Object parse(String text) {
        Object constant = constants.get(text);
        if (constant == null) {
            throw new Mismatch("expected one of " + constants.keySet() + ", given " + Quoted.of(text));
        }
        return constant;
    }
}
