package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** List, Set and Collection: what is read keeps the order, may hold null, and cannot be changed. */
final class SequenceCodec extends Codec {
    private final Elements elements;
    private final boolean set;

    SequenceCodec(ValueType type, Codec element) {
        super(type);
        this.elements = new Elements(element);
        this.set = type.raw() == Set.class;
    }

    @Override
    Layout layout() {
        return elements.layout();
    }

    @Override
    void write(ByteWriter out, Object value) {
        elements.write(out, checked(value).toArray());
    }

    @Override
    Object read(ByteReader in) {
        return collected(elements.read(in));
    }

    @Override
    void write(JsonWriter out, Object value) {
        Object[] items = checked(value).toArray();
        if (set) {
            elements.writeSorted(out, items);
        } else {
            elements.write(out, items);
        }
    }

    @Override
    Object read(JsonReader in) {
        List<@Nullable Object> items = elements.read(in, type());
        if (set) {
            checkDistinct(items);
        }
        return collected(items);
    }

    private Object collected(List<@Nullable Object> items) {
        return set
                ? Collections.unmodifiableSet(new LinkedHashSet<@Nullable Object>(items))
                : Collections.unmodifiableList(items);
    }

    private void checkDistinct(List<@Nullable Object> items) {
        Set<@Nullable Object> seen = new LinkedHashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!seen.add(items.get(i))) {
                throw new Mismatch("expected a Set, given an element that is there already").element(i);
            }
        }
    }

    private Collection<?> checked(Object value) {
        if (!type().raw().isInstance(value)) {
            throw misfit(value);
        }
        return (Collection<?>) value;
    }
}
