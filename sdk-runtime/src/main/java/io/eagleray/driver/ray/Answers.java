package io.eagleray.driver.ray;

import io.eagleray.client.BackendException;
import io.ray.api.ObjectRef;
import io.ray.api.exception.RayTimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for answers. */
final class Answers {
    private static final long LOOK_MILLIS = 1000;

    private Answers() {}

    /** Waits in Ray, and looks up from time to time: when the head is dead, Ray itself would wait for ever. */
    static byte[] await(ObjectRef<byte[]> ref, Supplier<String> trouble) {
        while (true) {
            try {
                return given(ref.get(LOOK_MILLIS));
            } catch (RayTimeoutException e) {
                String what = trouble.get();
                if (!what.isEmpty()) {
                    throw new BackendException(what, e);
                }
            }
        }
    }

    /** Ray makes null of an array without elements. */
    static byte[] given(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }
}
