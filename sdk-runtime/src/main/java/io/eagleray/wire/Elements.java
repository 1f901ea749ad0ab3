package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The elements of a collection or of an array of objects. */
final class Elements {
    private static final int MOST_FORESEEN = 1024;

    private final Codec element;
    private final Layout layout;

    Elements(Codec element) {
        this.element = element;
        this.layout = Layout.of(Kind.SEQUENCE, element.layout());
    }

    Layout layout() {
        return layout;
    }

    void write(ByteWriter out, @Nullable Object[] items) {
        out.enter();
        boolean nulls = hasNull(items);
        out.count(items.length, nulls);
        if (nulls) {
            out.bits(items);
        }
        for (int i = 0; i < items.length; i++) {
            Object item = items[i];
            try {
                if (item != null) {
                    element.write(out, item);
                } else {
                    element.checkNull();
                }
            } catch (Mismatch mismatch) {
                throw mismatch.element(i);
            }
        }
        out.exit();
    }

    List<@Nullable Object> read(ByteReader in) {
        in.enter();
        long coded = in.count();
        int count = (int) (coded >>> 1);
        int bits = (coded & 1) == 0 ? -1 : in.bits(count);
        List<@Nullable Object> items = new ArrayList<>(Math.min(count, MOST_FORESEEN));
        for (int i = 0; i < count; i++) {
            try {
                if (bits >= 0 && in.bit(bits, i)) {
                    element.checkNull();
                    items.add(null);
                } else {
                    items.add(element.read(in));
                }
            } catch (Mismatch mismatch) {
                throw mismatch.element(i);
            }
        }
        in.exit();
        return items;
    }

    void write(JsonWriter out, @Nullable Object[] items) {
        out.enter();
        out.startArray();
        for (int i = 0; i < items.length; i++) {
            try {
                element.writeNullable(out, items[i]);
            } catch (Mismatch mismatch) {
                throw mismatch.element(i);
            }
        }
        out.endArray();
        out.exit();
    }

    /** For a set: equal sets give equal JSON, however they are ordered. */
    void writeSorted(JsonWriter out, @Nullable Object[] items) {
        if (element instanceof KeyCodec keys) {
            for (int i = 0; i < items.length; i++) {
                check(keys, items[i], i);
            }
            Arrays.sort(items, Comparator.nullsFirst(keys::compare));
            write(out, items);
            return;
        }
        out.enter();
        Set<String> texts = new TreeSet<>(); // null and an empty Optional are one
        for (int i = 0; i < items.length; i++) {
            texts.add(rendered(out, items[i], i));
        }
        out.startArray();
        for (String text : texts) {
            out.raw(text);
        }
        out.endArray();
        out.exit();
    }

    private static void check(KeyCodec keys, @Nullable Object item, int index) {
        try {
            if (item != null) {
                keys.text(item);
            }
        } catch (Mismatch mismatch) {
            throw mismatch.element(index);
        }
    }

    private String rendered(JsonWriter out, @Nullable Object item, int index) {
        try {
            return item == null ? "null" : out.rendered(element, item);
        } catch (Mismatch mismatch) {
            throw mismatch.element(index);
        }
    }

    List<@Nullable Object> read(JsonReader in, ValueType type) {
        in.startArray(type);
        in.enter();
        List<@Nullable Object> items = new ArrayList<>();
        while (in.nextElement(items.size())) {
            try {
                items.add(element.readNullable(in));
            } catch (Mismatch mismatch) {
                throw mismatch.element(items.size());
            }
        }
        in.exit();
        return items;
    }

    static boolean hasNull(@Nullable Object[] items) {
        for (Object item : items) {
            if (item == null) {
                return true;
            }
        }
        return false;
    }
}
