package io.eagleray.wire;

import io.eagleray.client.EaglerayException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The edge of the codecs: inside they throw {@link Mismatch}, outside a ValueException arrives. */
final class Guard {
    private Guard() {}

    static <T extends @Nullable Object> T write(String root, Limits limits, Supplier<T> work) {
        try {
            return work.get();
        } catch (Mismatch mismatch) {
            throw mismatch.of(root);
        } catch (StackOverflowError overflow) {
            throw limits.tooDeep().of(root);
        }
    }

    /** As {@link #write}; what a hashCode or equals of the user throws at values it did not foresee is a mismatch too. */
    static <T extends @Nullable Object> T read(String root, Limits limits, Supplier<T> work) {
        try {
            return write(root, limits, work);
        } catch (EaglerayException exception) {
            throw exception;
        } catch (RuntimeException exception) {
            throw new Mismatch("reading it failed: " + Throwables.describe(exception), exception).of(root);
        }
    }
}
