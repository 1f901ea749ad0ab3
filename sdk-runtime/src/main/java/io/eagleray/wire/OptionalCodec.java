package io.eagleray.wire;

import com.fasterxml.jackson.core.JsonToken;
import io.eagleray.call.ValueType;
import java.util.Optional;

/** Optional: in JSON its value, or null when it is empty; an Optional of an Optional is an array of one. */
final class OptionalCodec extends Codec {
    private final Codec value;
    private final Layout layout;

    OptionalCodec(ValueType type, Codec value) {
        super(type);
        this.value = value;
        this.layout = Layout.of(Kind.OPTIONAL, value.layout());
    }

    @Override
    Layout layout() {
        return layout;
    }

    @Override
    Object absent() {
        return Optional.empty();
    }

    @Override
    void write(ByteWriter out, Object optional) {
        out.enter();
        Optional<?> checked = checked(optional);
        out.bool(checked.isPresent());
        if (checked.isPresent()) {
            value.write(out, checked.get());
        }
        out.exit();
    }

    @Override
    Object read(ByteReader in) {
        in.enter();
        Optional<?> optional = in.bool() ? Optional.of(value.read(in)) : Optional.empty();
        in.exit();
        return optional;
    }

    @Override
    void write(JsonWriter out, Object optional) {
        out.enter();
        Optional<?> checked = checked(optional);
        if (checked.isEmpty()) {
            out.writeNull();
        } else if (value.takesNull()) {
            out.startArray();
            value.write(out, checked.get());
            out.endArray();
        } else {
            value.write(out, checked.get());
        }
        out.exit();
    }

    @Override
    Object read(JsonReader in) {
        in.enter();
        Object inner = value.takesNull() ? readWrapped(in) : value.read(in);
        in.exit();
        return Optional.of(inner);
    }

    private Object readWrapped(JsonReader in) {
        if (!in.at(JsonToken.START_ARRAY) || !in.nextElement(0)) {
            throw in.expected("null or an array of one for " + Names.expected(type()));
        }
        Object inner = nonNull(value.readNullable(in));
        if (in.nextElement(1)) {
            throw in.expected("the end of an array of one");
        }
        return inner;
    }

    private Optional<?> checked(Object optional) {
        if (optional instanceof Optional<?> checked) {
            return checked;
        }
        throw misfit(optional);
    }
}
