package io.eagleray.wire;

import io.eagleray.client.ValueException;
import io.eagleray.spec.TypeSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value whose type is not here: what its bytes alone tell of it. {@linkplain Values Values} name the kinds of all that
 * they hold, the components of records and the constants of enums, so nothing else is needed to show one.
 */
public final class UntypedValue {
    private static final String ROOT = "$";

    private final Codec codec;
    private final @Nullable Object value;
    private final Limits limits;

    private UntypedValue(Codec codec, @Nullable Object value, Limits limits) {
        this.codec = codec;
        this.value = value;
        this.limits = limits;
    }

    /**
     * Decodes a value within the {@linkplain Limits#DEFAULT default limits}.
     *
     * @param bytes what {@link Values#encode} gave
     * @return the value
     * @throws ValueException when the bytes are no value, or exceed a limit
     */
    public static UntypedValue decode(byte[] bytes) {
        Limits limits = Limits.inForce();
        return Guard.read(ROOT, limits, () -> {
            ByteReader in = new ByteReader(bytes, limits);
            in.beginValue(limits);
            Codec codec = new UntypedCodecs().of(ValueForm.layout(in));
            Object value = in.bool() ? null : codec.read(in);
            in.end();
            return new UntypedValue(codec, value, limits);
        });
    }

    /**
     * Encodes a value of which JSON and signature are here, and its classes are not: the bytes are those that
     * {@link Values#encode} would give.
     *
     * @param json the JSON, as {@link Json} writes it
     * @param type its type in the signature
     * @param types what the signature's named types consist of
     * @return the bytes
     * @throws ValueException when the JSON does not fit the type, or exceeds a limit
     */
    public static byte[] encode(String json, TypeSpec type, SignatureTypes types) {
        Limits limits = Limits.inForce();
        return Guard.read(ROOT, limits, () -> {
            Codec codec = new SignatureCodecs(types).of(type);
            JsonReader in = new JsonReader(json, limits, true);
            Object value = codec.readNullable(in);
            in.end();
            return ValueForm.encode(codec, value, limits);
        });
    }

    /**
     * The value as {@link Json} has it, but for what only its type tells: the elements of a set are in the order in which
     * they came, and enum constants that are keys in that of their names.
     *
     * @return its JSON
     * @throws ValueException when the JSON would exceed a limit
     */
    public String json() {
        return Guard.write(ROOT, limits, () -> {
            JsonWriter out = new JsonWriter(limits);
            codec.writeNullable(out, value);
            return out.end();
        });
    }

    /**
     * The value where it is a text.
     *
     * @return the text; empty when it is null, or something else
     */
    public Optional<String> text() {
        return codec.layout().kind() == Kind.TEXT ? Optional.ofNullable((String) value) : Optional.empty();
    }

    /**
     * Whether it is what a method gives that returns nothing.
     *
     * @return true if so
     */
    public boolean isNothing() {
        return codec.layout().kind() == Kind.NOTHING;
    }
}
