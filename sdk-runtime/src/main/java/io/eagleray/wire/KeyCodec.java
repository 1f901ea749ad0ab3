package io.eagleray.wire;

import io.eagleray.call.ValueType;

/** A codec of values that have a short text, so that they can be the keys of a JSON object. */
abstract class KeyCodec extends Codec {

    KeyCodec(ValueType type) {
        super(type);
    }

    abstract String text(Object value);

    abstract Object parse(String text);

    /** The order of keys in JSON: the natural one, where the type has one, and then that of their texts. */
    @SuppressWarnings("unchecked") // both are of the codec's one class, which compares to itself
    final int compare(Object a, Object b) {
        int natural = Comparable.class.isAssignableFrom(type().raw()) ? ((Comparable<Object>) a).compareTo(b) : 0;
        return natural != 0 ? natural : text(a).compareTo(text(b));
    }
}
