package io.eagleray.wire;

import io.eagleray.call.ValueType;
import io.eagleray.client.ValueException;
import org.jspecify.annotations.Nullable;

/**
 * {@linkplain Values Values} of one type as bytes: for who encodes or decodes many of them, as finding out how is half of
 * the work for a small one.
 */
public final class ValueForm {
    /** The first byte: the version of the form. */
    private static final int FORMAT = 1;

    private static final String ROOT = "$";

    private final Codec codec;
    private final Limits limits;
    private final byte[] head;

    private ValueForm(Codec codec, Limits limits) {
        this.codec = codec;
        this.limits = limits;
        ByteWriter out = new ByteWriter(limits);
        out.raw(FORMAT);
        codec.layout().write(out);
        head = out.toByteArray();
    }

    /**
     * The form of a type, within the {@linkplain Limits#DEFAULT default limits}.
     *
     * @param type the type
     * @return its form
     * @throws ValueException when no value of that type can be encoded
     */
    public static ValueForm of(ValueType type) {
        return of(type, Limits.inForce());
    }

    /**
     * The form of a type.
     *
     * @param type the type
     * @param limits how much is written and read
     * @return its form
     * @throws ValueException when no value of that type can be encoded
     */
    public static ValueForm of(ValueType type, Limits limits) {
        return Guard.write(ROOT, limits, () -> new ValueForm(Codecs.of(type), limits));
    }

    /**
     * Encodes a value.
     *
     * @param value the value; may be null where the type allows it
     * @return the bytes
     * @throws ValueException when the value does not fit the type or exceeds a limit; it names the place
     */
    public byte[] encode(@Nullable Object value) {
        ByteWriter out = new ByteWriter(limits);
        write(out, value);
        return Guard.write(ROOT, limits, out::toByteArray);
    }

    static byte[] encode(Codec codec, @Nullable Object value, Limits limits) {
        return new ValueForm(codec, limits).encode(value);
    }

    void write(ByteWriter out, @Nullable Object value) {
        Guard.write(ROOT, limits, () -> {
            out.beginValue(limits);
            out.append(head, head.length);
            out.bool(value == null);
            if (value == null) {
                codec.checkNull();
            } else {
                codec.write(out, value);
            }
            out.endValue();
            return null;
        });
    }

    /**
     * Decodes a value.
     *
     * @param bytes what {@link #encode} gave
     * @return the value
     * @throws ValueException when the bytes are no such value, or exceed a limit
     */
    public @Nullable Object decode(byte[] bytes) {
        return Guard.read(ROOT, limits, () -> {
            ByteReader in = new ByteReader(bytes, limits);
            Object value = value(in);
            in.end();
            return value;
        });
    }

    @Nullable
    Object read(ByteReader in) {
        return Guard.read(ROOT, limits, () -> {
            int began = in.position();
            Object value = value(in);
            if (in.position() - began > limits.maxBytes()) {
                throw limits.tooLarge(in.position() - began);
            }
            return value;
        });
    }

    private @Nullable Object value(ByteReader in) {
        in.beginValue(limits);
        if (!in.skip(head)) {
            throw misfit(in);
        }
        if (in.bool()) {
            codec.checkNull();
            return null;
        }
        return codec.read(in);
    }

    /** Why the bytes do not begin as those of this type do. */
    private Mismatch misfit(ByteReader in) {
        return new Mismatch("expected " + codec.layout() + " for " + codec.type() + ", given " + layout(in)
                + ": run the same version of the code on both sides");
    }

    /** What the bytes begin with: how the value that follows lies in them. */
    static Layout layout(ByteReader in) {
        int format = in.raw();
        if (format != FORMAT) {
            throw in.damaged("they begin with " + format + "; this Eagleray reads form " + FORMAT);
        }
        return Layout.read(in);
    }
}
