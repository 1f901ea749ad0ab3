package io.eagleray.driver.ray;

import io.ray.api.ObjectRef;
import io.ray.api.Ray;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The actor that owns named values: what a driver puts into the object store goes with the driver. Like {@code RayWorker}
 * it takes and gives {@code byte[]} only, and no exception leaves it. It outlives who made it, and their class files, so
 * it is one class; and no method of it is declared with a type of Ray's, for the driver's Ray looks at the methods of a copy
 * of it that sees none.
 */
public final class ValueKeeper {
    private static final byte[] YES = {1};

    private final SortedMap<String, ObjectRef<byte[]>> values = new TreeMap<>();
    private final Map<String, byte[]> types = new HashMap<>();

    /** Keeps nothing yet. */
    public ValueKeeper() {}

    /**
     * Keeps a value.
     *
     * @param name its name
     * @param type what it is
     * @param value the value
     * @return why it could not; null when all is well
     */
    public byte @Nullable [] put(byte[] name, byte[] type, byte[] value) {
        try {
            ObjectRef<byte[]> kept = Ray.put(value);
            types.put(text(name), type);
            free(Optional.ofNullable(values.put(text(name), kept)));
            return null;
        } catch (Throwable e) {
            return String.valueOf(e).getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * What a value was put as.
     *
     * @param name its name
     * @return its type; null when there is no such value
     */
    public byte @Nullable [] type(byte[] name) {
        return types.get(text(name));
    }

    /**
     * A copy of a value, which belongs to who asks for it.
     *
     * @param name its name
     * @return the value; null when it is not there, or cannot be read
     */
    public byte @Nullable [] get(byte[] name) {
        try {
            ObjectRef<byte[]> value = values.get(text(name));
            return value == null ? null : value.get();
        } catch (Throwable e) {
            return null;
        }
    }

    /**
     * Forgets a value.
     *
     * @param name its name
     * @return null when there was none
     */
    public byte @Nullable [] remove(byte[] name) {
        types.remove(text(name));
        Optional<ObjectRef<byte[]>> removed = Optional.ofNullable(values.remove(text(name)));
        free(removed);
        return removed.isEmpty() ? null : YES;
    }

    /** At once: by itself that happens with the next collection of garbage here, which may be hours away. */
    private static void free(Optional<ObjectRef<byte[]>> value) {
        try {
            if (value.isPresent()) {
                Ray.internal().free(List.of(value.get()), false);
            }
        } catch (Throwable e) {
            return; // then that is so
        }
    }

    /**
     * What there is.
     *
     * @return the names, a line each; null when there are none
     */
    public byte @Nullable [] names() {
        return values.isEmpty() ? null : String.join("\n", values.keySet()).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] name) {
        return new String(name, StandardCharsets.UTF_8);
    }
}
