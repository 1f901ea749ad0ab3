package io.eagleray.wire;

import io.eagleray.client.RemoteError;
import io.eagleray.client.ValueException;

/** How a call ended, as bytes: with an encoded value, with an error, or cancelled. */
public sealed interface Envelope {

    /**
     * It ended with a value.
     *
     * @param value the encoded value, as {@link Values} gives it; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Ok(byte[] value) implements Envelope {}

    /**
     * It ended with an error.
     *
     * @param error the error, as {@link Errors#of} gives it
     */
    @SuppressWarnings("JavaLangClash") // beside Ok and Cancelled no other word is as clear
    record Error(RemoteError error) implements Envelope {}

    /**
     * It was cancelled.
     *
     * @param reason who or what cancelled it
     */
    record Cancelled(String reason) implements Envelope {}

    /**
     * The envelope as bytes.
     *
     * @return the bytes, for {@link #decode}
     */
    default byte[] encode() {
        return Envelopes.encode(this);
    }

    /**
     * Reads an envelope; the value of an {@link Ok} stays encoded.
     *
     * @param bytes what {@link #encode()} gave
     * @return the envelope
     * @throws ValueException when the bytes are no envelope
     */
    static Envelope decode(byte[] bytes) {
        return Envelopes.decode(bytes);
    }
}
