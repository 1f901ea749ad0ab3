package io.eagleray.wire;

import io.eagleray.call.ValueType;
import io.eagleray.client.ValueException;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes: the compact form in which they cross between processes of one execution.
 *
 * <pre>{@code
 * ValueType type = ValueType.of(List.class, ValueType.of(Integer.class));
 * byte[] bytes = Values.encode(List.of(0, 1, 4), type);
 * List<Integer> squares = (List<Integer>) Values.decode(bytes, type);
 * }</pre>
 *
 * <p>What comes back equals what was given, null, NaN and -0.0 included. Lists, sets and maps keep their order, may hold
 * null, and cannot be changed; their class is not carried. Primitive arrays are copied once. Two versions of a record
 * may meet: components that the reader does not have are skipped, those that the writer did not have are an empty
 * Optional or null, and an error for primitives.
 *
 * <p>The bytes choose no class: the type that the reader gives does. Bytes that are damaged, hostile or of another type
 * end in a {@link ValueException}, and never take more memory than a small multiple of their own size.
 */
public final class Values {
    private Values() {}

    /**
     * Encodes a value within the {@linkplain Limits#DEFAULT default limits}.
     *
     * @param value the value; may be null where the type allows it
     * @param type its type
     * @return the bytes
     * @throws ValueException when the value does not fit the type or exceeds a limit; it names the place
     */
    public static byte[] encode(@Nullable Object value, ValueType type) {
        return encode(value, type, Limits.inForce());
    }

    /**
     * Encodes a value.
     *
     * @param value the value; may be null where the type allows it
     * @param type its type
     * @param limits how much may be written
     * @return the bytes
     * @throws ValueException when the value does not fit the type or exceeds a limit; it names the place
     */
    public static byte[] encode(@Nullable Object value, ValueType type, Limits limits) {
        return ValueForm.of(type, limits).encode(value);
    }

    /**
     * Decodes a value within the {@linkplain Limits#DEFAULT default limits}.
     *
     * @param bytes what {@link #encode(Object, ValueType)} gave
     * @param type the type it was encoded as
     * @return the value
     * @throws ValueException when the bytes are no such value, or exceed a limit
     */
    public static @Nullable Object decode(byte[] bytes, ValueType type) {
        return decode(bytes, type, Limits.inForce());
    }

    /**
     * Decodes a value.
     *
     * @param bytes what {@link #encode(Object, ValueType)} gave
     * @param type the type it was encoded as
     * @param limits how much may be read
     * @return the value
     * @throws ValueException when the bytes are no such value, or exceed a limit
     */
    public static @Nullable Object decode(byte[] bytes, ValueType type, Limits limits) {
        return ValueForm.of(type, limits).decode(bytes);
    }
}
