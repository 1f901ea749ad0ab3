package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.util.Comparator;

/** A codec of values that have a short text, so that they can be the keys of a JSON object. */
abstract class KeyCodec extends Codec {

    KeyCodec(ValueType type) {
        super(type);
    }

    abstract String text(Object value);

    abstract Object parse(String text);

    /** The order of keys in JSON: the values' natural one, or else that of their texts. */
    @SuppressWarnings("unchecked") // both are of the codec's one class, which compares to itself
    final Comparator<Object> order() {
        return (a, b) ->
                a instanceof Comparable<?> ? ((Comparable<Object>) a).compareTo(b) : text(a).compareTo(text(b));
    }
}
