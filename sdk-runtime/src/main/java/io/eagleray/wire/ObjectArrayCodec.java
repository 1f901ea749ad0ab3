package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.lang.reflect.Array;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays of anything but primitives. */
final class ObjectArrayCodec extends Codec {
    private final Elements elements;

    ObjectArrayCodec(ValueType type, Codec element) {
        super(type);
        this.elements = new Elements(element);
    }

    @Override
    Layout layout() {
        return elements.layout();
    }

    @Override
    void write(ByteWriter out, Object value) {
        elements.write(out, checked(value));
    }

    @Override
    Object read(ByteReader in) {
        return array(elements.read(in));
    }

    @Override
    void write(JsonWriter out, Object value) {
        elements.write(out, checked(value));
    }

    @Override
    Object read(JsonReader in) {
        return array(elements.read(in, type()));
    }

    private Object array(List<@Nullable Object> items) {
        return items.toArray((Object[]) Array.newInstance(type().raw().getComponentType(), items.size()));
    }

    private @Nullable Object[] checked(Object value) {
        if (!type().raw().isInstance(value)) {
            throw misfit(value);
        }
        return (Object[]) value;
    }
}
