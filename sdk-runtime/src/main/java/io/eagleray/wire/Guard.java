package io.eagleray.wire;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The edge of the codecs: inside they throw {@link Mismatch}, outside a ValueException arrives. */
final class Guard {
    private Guard() {}

    static <T> T run(String root, Limits limits, Supplier<T> work) {
        try {
            return work.get();
        } catch (Mismatch mismatch) {
            throw mismatch.of(root);
        } catch (StackOverflowError overflow) {
            throw limits.tooDeep().of(root);
        }
    }

    static @Nullable Object runNullable(String root, Limits limits, Supplier<@Nullable Object> work) {
        try {
            return work.get();
        } catch (Mismatch mismatch) {
            throw mismatch.of(root);
        } catch (StackOverflowError overflow) {
            throw limits.tooDeep().of(root);
        }
    }
}
