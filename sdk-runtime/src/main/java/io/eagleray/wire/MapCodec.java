package io.eagleray.wire;

import com.fasterxml.jackson.core.JsonToken;
import io.eagleray.call.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Map: in bytes its entries in their order. In JSON an object, sorted by key, where every key has a short text; else an
 * array of pairs.
 */
final class MapCodec extends Codec {
    private final Codec key;
    private final Codec value;
    private final Layout layout;

    MapCodec(ValueType type, Codec key, Codec value) {
        super(type);
        this.key = key;
        this.value = value;
        this.layout = Layout.of(Kind.MAP, key.layout(), value.layout());
    }

    @Override
    Layout layout() {
        return layout;
    }

    @Override
    void write(ByteWriter out, Object map) {
        out.enter();
        @Nullable Object[] items = flat(checked(map));
        boolean nulls = Elements.hasNull(items);
        out.count(items.length, nulls);
        if (nulls) {
            out.bits(items);
        }
        for (int i = 0; i < items.length; i += 2) {
            write(out, items[i], items[i + 1]);
        }
        out.exit();
    }

    private void write(ByteWriter out, @Nullable Object aKey, @Nullable Object aValue) {
        try {
            if (aKey != null) {
                key.write(out, aKey);
            }
            if (aValue != null) {
                value.write(out, aValue);
            }
        } catch (Mismatch mismatch) {
            throw mismatch.key(step(aKey));
        }
    }

    private static @Nullable Object[] flat(Map<?, ?> map) {
        List<@Nullable Object> items = new ArrayList<>(2 * map.size());
        map.forEach((key, value) -> {
            items.add(key);
            items.add(value);
        });
        return items.toArray();
    }

    @Override
    Object read(ByteReader in) {
        in.enter();
        long coded = in.count();
        int count = (int) (coded >>> 1);
        if ((count & 1) != 0) {
            throw in.damaged("a map has a key without a value");
        }
        int bits = (coded & 1) == 0 ? -1 : in.bits(count);
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i += 2) {
            Object aKey = bits >= 0 && in.bit(bits, i) ? null : key.read(in);
            try {
                map.put(aKey, bits >= 0 && in.bit(bits, i + 1) ? null : value.read(in));
            } catch (Mismatch mismatch) {
                throw mismatch.key(step(aKey));
            }
        }
        in.exit();
        return Collections.unmodifiableMap(map);
    }

    @Override
    void write(JsonWriter out, Object map) {
        out.enter();
        if (key instanceof KeyCodec keys && checked(map).keySet().stream().allMatch(each -> isName(keys, each))) {
            writeObject(out, keys, checked(map));
        } else {
            writePairs(out, checked(map));
        }
        out.exit();
    }

    /** Jackson reads no field name with a lone surrogate. */
    private static boolean isName(KeyCodec keys, @Nullable Object aKey) {
        return aKey != null && !Quoted.hasLoneSurrogate(keys.text(aKey));
    }

    private void writeObject(JsonWriter out, KeyCodec keys, Map<?, ?> map) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        entries.sort((a, b) -> keys.compare(a.getKey(), b.getKey()));
        out.startObject();
        for (Map.Entry<?, ?> entry : entries) {
            String name = keys.text(entry.getKey());
            out.field(name);
            try {
                value.writeNullable(out, entry.getValue());
            } catch (Mismatch mismatch) {
                throw mismatch.key(name);
            }
        }
        out.endObject();
    }

    private void writePairs(JsonWriter out, Map<?, ?> map) {
        Map<String, String> pairs = new TreeMap<>();
        map.forEach((aKey, aValue) -> {
            try {
                String keyText = aKey == null ? "null" : out.rendered(key, aKey);
                String valueText = aValue == null ? "null" : out.rendered(value, aValue);
                if (pairs.put(keyText, "[" + keyText + "," + valueText + "]") != null) {
                    throw new Mismatch("null and an empty Optional are the same key in JSON: keep one of them");
                }
            } catch (Mismatch mismatch) {
                throw mismatch.key(step(aKey));
            }
        });
        out.startArray();
        pairs.values().forEach(out::raw);
        out.endArray();
    }

    @Override
    Object read(JsonReader in) {
        in.enter();
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        if (key instanceof KeyCodec keys && in.at(JsonToken.START_OBJECT)) {
            readObject(in, keys, map);
        } else {
            readPairs(in, map);
        }
        in.exit();
        return Collections.unmodifiableMap(map);
    }

    private void readObject(JsonReader in, KeyCodec keys, Map<@Nullable Object, @Nullable Object> map) {
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            in.next();
            try {
                put(map, keys.parse(name), value.readNullable(in));
            } catch (Mismatch mismatch) {
                throw mismatch.key(name);
            }
        }
    }

    private void readPairs(JsonReader in, Map<@Nullable Object, @Nullable Object> map) {
        if (!in.at(JsonToken.START_ARRAY)) {
            throw in.expected(
                    key instanceof KeyCodec
                            ? "an object for " + Names.expected(type())
                            : "an array of [key, value] pairs for " + Names.expected(type()));
        }
        while (in.nextElement(map.size())) {
            try {
                readPair(in, map);
            } catch (Mismatch mismatch) {
                throw mismatch.element(map.size());
            }
        }
    }

    private void readPair(JsonReader in, Map<@Nullable Object, @Nullable Object> map) {
        if (!in.at(JsonToken.START_ARRAY) || !in.nextElement(0)) {
            throw in.expected("a [key, value] pair");
        }
        Object aKey = key.readNullable(in);
        if (!in.nextElement(1)) {
            throw in.expected("a value after the key");
        }
        put(map, aKey, value.readNullable(in));
        if (in.nextElement(2)) {
            throw in.expected("the end of the pair");
        }
    }

    private static void put(Map<@Nullable Object, @Nullable Object> map, @Nullable Object key, @Nullable Object value) {
        if (map.containsKey(key)) {
            throw new Mismatch("expected every key once, given this one again");
        }
        map.put(key, value);
    }

    private Object step(@Nullable Object aKey) {
        if (aKey == null) {
            return "null";
        }
        return key instanceof KeyCodec && !key.type().raw().isInstance(aKey)
                ? aKey.getClass().getName()
                : key instanceof KeyCodec keys
                        ? keys.text(aKey)
                        : aKey.getClass().getSimpleName();
    }

    private Map<?, ?> checked(Object map) {
        if (!(map instanceof Map<?, ?> entries)) {
            throw misfit(map);
        }
        return entries;
    }
}
