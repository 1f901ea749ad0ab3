package io.eagleray.driver.ray;

import io.eagleray.client.BackendException;
import io.ray.api.ObjectRef;
import io.ray.api.exception.RayTimeoutException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for answers in Ray, and looks up from time to time: when the head is dead, Ray itself would wait for ever, and
 * it cannot be shut down while somebody waits in it.
 *
 * @param gate the way in
 * @param trouble what is known to be wrong with this Ray; empty text while all is well
 */
record Answers(Gate gate, Supplier<String> trouble) {
    private static final long LOOK_MILLIS = 500;
    private static final byte[] NOTHING = {};

    byte[] await(ObjectRef<byte[]> ref) {
        while (true) {
            Optional<byte[]> answer = gate.pass(() -> look(ref));
            if (answer.isPresent()) {
                return answer.get();
            }
            String what = trouble.get();
            if (!what.isEmpty()) {
                throw new BackendException(what);
            }
        }
    }

    private static Optional<byte[]> look(ObjectRef<byte[]> ref) {
        try {
            byte @Nullable [] answer = ref.get(LOOK_MILLIS);
            return Optional.of(answer == null ? NOTHING : answer); // Ray makes null of an array without elements
        } catch (RayTimeoutException e) {
            return Optional.empty();
        }
    }
}
