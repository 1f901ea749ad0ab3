package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A value with its type. */
record TypedValue(ValueType type, @Nullable Object value) {

    byte[] bytes() {
        return Values.encode(value, type);
    }

    String json() {
        return Json.write(value, type);
    }

    boolean isSame(@Nullable Object other) {
        return same(value, other);
    }

    /** As equals, but arrays by their elements, wherever they are. */
    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof List<?> left && b instanceof List<?> right) {
            return same(left.toArray(), right.toArray());
        } else if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
            return left.keySet().equals(right.keySet())
                    && left.keySet().stream().allMatch(key -> same(left.get(key), right.get(key)));
        } else if (a instanceof Optional<?> left && b instanceof Optional<?> right) {
            return same(left.orElse(null), right.orElse(null));
        } else if (a instanceof Samples.Pair<?, ?> left && b instanceof Samples.Pair<?, ?> right) {
            return same(left.first(), right.first()) && same(left.second(), right.second());
        } else if (a instanceof Object[] left && b instanceof Object[] right) {
            return left.length == right.length
                    && left.getClass() == right.getClass()
                    && IntStream.range(0, left.length).allMatch(i -> same(left[i], right[i]));
        }
        return Objects.deepEquals(a, b);
    }
}
