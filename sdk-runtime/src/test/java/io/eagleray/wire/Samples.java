package io.eagleray.wire;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Types as users write them. */
final class Samples {
    private Samples() {}

    record Point(int x, int y) {}

    record Item(
            String name,
            @Nullable BigDecimal price,
            @Nullable Integer count) {}

    record Order(String id, List<Item> items, Map<String, Integer> stock, Optional<String> note) {}

    record Pair<A, B>(@Nullable A first, @Nullable B second) {}

    record Tree(String name, List<Tree> children) {}

    record Empty() {}

    @SuppressWarnings("ArrayRecordComponent")
    record Blob(String name, byte[] content) {}

    enum Color {
        RED,
        GREEN {
            @Override
            boolean warm() {
                return false;
            }
        };

        boolean warm() {
            return true;
        }
    }

    sealed interface Shape {}

    record Circle(double radius) implements Shape {}

    sealed interface Cornered extends Shape {}

    record Square(double side) implements Cornered {}

    enum Unit implements Shape {
        NOTHING
    }

    sealed interface Expression<T> {}

    record Literal<T>(T value) implements Expression<T> {}

    record Not(Expression<Boolean> of) implements Expression<Boolean> {}

    record If<T>(Expression<Boolean> condition, Expression<T> then, Expression<T> otherwise) implements Expression<T> {}

    record Range(@Nullable Integer from, int to) {
        Range {
            if (Objects.requireNonNull(from, "from") > to) {
                throw new IllegalArgumentException(from + " > " + to);
            }
        }
    }

    sealed interface Twins {}

    static final class Left {
        private Left() {}

        record Leaf(int a) implements Twins {}
    }

    static final class Right {
        private Right() {}

        record Leaf(int b) implements Twins {}
    }

    record Touchy(String name) {
        @Override
        public int hashCode() {
            if (!name.equals("a")) {
                throw new IllegalStateException("I only hash a");
            }
            return 1;
        }
    }

    /** Its constructor takes any number of names. */
    record Names(String... names) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Names that && Arrays.equals(names, that.names);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(names);
        }
    }
}
