package io.eagleray.wire;

import org.jspecify.annotations.Nullable;

/**
 * Puts pieces into one array, each of which can be read, and fail to be read, by itself. A piece consists of numbers and
 * values, and may end with any bytes.
 */
public final class BlockWriter {
    private static final String ROOT = "block";

    private final Limits limits = Limits.inForce();
    private final ByteWriter out = new ByteWriter(limits);
    private int pieces;

    /** An empty block. The {@linkplain Limits#DEFAULT limits} are for each value, not for all together. */
    public BlockWriter() {
        out.endValue();
    }

    /**
     * Adds a piece.
     *
     * @param content writes it; when it throws, the block is as it was before
     */
    public void piece(Runnable content) {
        out.beginPiece();
        boolean complete = false;
        try {
            content.run();
            out.endPiece();
            pieces++;
            complete = true;
        } finally {
            if (!complete) {
                out.forgetPiece();
            }
        }
    }

    /**
     * Writes a number.
     *
     * @param number not negative; small ones are short
     */
    public void number(long number) {
        out.varint(number);
    }

    /**
     * Writes a value.
     *
     * @param form the form of its type
     * @param value the value, not changed before {@link #toByteArray()}; may be null where the type allows it
     * @throws io.eagleray.client.ValueException when it does not fit the type or exceeds a limit; it names the place
     */
    public void value(ValueForm form, @Nullable Object value) {
        form.write(out, value);
    }

    /**
     * Writes bytes: a value that is encoded already, or the end of a piece.
     *
     * @param bytes the bytes, not changed before {@link #toByteArray()}
     */
    public void bytes(byte[] bytes) {
        out.append(bytes, bytes.length);
    }

    /**
     * How many pieces there are.
     *
     * @return the number
     */
    public int pieces() {
        return pieces;
    }

    /**
     * How large the block is.
     *
     * @return its bytes
     */
    public long size() {
        return out.written();
    }

    /**
     * The block.
     *
     * @return its bytes, for {@link BlockReader}
     * @throws io.eagleray.client.ValueException when there are more than an array can hold
     */
    public byte[] toByteArray() {
        return Guard.write(ROOT, limits, out::toByteArray);
    }
}
