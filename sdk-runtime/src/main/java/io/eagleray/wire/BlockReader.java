package io.eagleray.wire;

import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link BlockWriter} wrote, piece by piece. Every method throws
 * {@link io.eagleray.client.ValueException} when the bytes are not what was asked for.
 */
public final class BlockReader {
    /** Each value has limits of its own; all together may take more. */
    private static final Limits LIMITS = new Limits(Integer.MAX_VALUE, 1, 1);

    private static final String ROOT = "block";

    private final ByteReader in;

    /**
     * Begins to read, before the first piece.
     *
     * @param block the block
     */
    public BlockReader(byte[] block) {
        in = new ByteReader(block, LIMITS);
        in.beforePieces();
    }

    /**
     * Goes to the next piece, wherever the one before was left.
     *
     * @return whether there is one
     */
    public boolean next() {
        return Guard.read(ROOT, LIMITS, in::nextPiece);
    }

    /**
     * Reads a number.
     *
     * @return the number
     */
    public long number() {
        return Guard.read(ROOT, LIMITS, in::varint);
    }

    /**
     * Reads a value.
     *
     * @param form the form of its type
     * @return the value
     */
    public @Nullable Object value(ValueForm form) {
        return form.read(in);
    }

    /**
     * Reads what is left of the piece.
     *
     * @return the bytes
     */
    public byte[] rest() {
        return in.rest();
    }
}
