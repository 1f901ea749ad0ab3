package io.eagleray.flyte.type;

import com.google.protobuf.ByteString;
import flyteidl.core.Literals.Binary;
import flyteidl.core.Literals.Literal;
import flyteidl.core.Literals.Scalar;
import flyteidl.core.Types.LiteralType;
import flyteidl.core.Types.TypeStructure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one type look on Flyte. A value comes in as a tree of what {@code io.eagleray.wire.Json} makes of it
 * (null, Boolean, Number, String, List, Map) and goes one of two ways: as a Literal of its own, or packed as part of a
 * record, in the way of Python's data classes.
 */
abstract class Form {
    static final String MSGPACK = "msgpack";

    /** Made once: every value of a union carries it. */
    private @Nullable LiteralType variant;

    /** Flyte's type, without the tag that it has in a union. */
    abstract LiteralType type();

    /** What flytekit calls the type where it is one of a union. */
    abstract String tag();

    /**
     * The part of a JSON Schema, as flytekit's data classes have it.
     *
     * @param definitions of the types that mention themselves, by name; those met here are added
     */
    abstract Map<String, Object> schema(Map<String, Object> definitions);

    /** A literal of a value that is not null. */
    abstract Literal write(Object json);

    /** What {@link #write} has written, or flytekit. */
    abstract @Nullable Object read(Literal literal);

    /** A value that is not null as it stands in a record. */
    abstract Object pack(Object json);

    /** What {@link #pack} gave, or mashumaro, or what a Struct holds. */
    abstract @Nullable Object unpack(Object packed);

    /** A literal of a value; null has one only where the type is an Optional. */
    Literal literal(@Nullable Object json) {
        if (json == null) {
            throw new Unfit("is null, and no value of Flyte's " + name() + " is: declare it as Optional<…>");
        }
        return write(json);
    }

    /** The value of a literal. What was taken out of a record by its name comes packed, whatever its type is. */
    final @Nullable Object json(Literal literal) {
        Scalar scalar = literal.getScalar();
        if (isPacked(literal)) {
            return unpackNullable(Packed.read(scalar.getBinary().getValue().toByteArray()));
        }
        return read(literal);
    }

    static boolean isPacked(Literal literal) {
        return literal.getScalar().hasBinary()
                && literal.getScalar().getBinary().getTag().equals(MSGPACK);
    }

    @Nullable
    Object packNullable(@Nullable Object json) {
        return json == null ? null : pack(json);
    }

    @Nullable
    Object unpackNullable(@Nullable Object packed) {
        return packed == null ? null : unpack(packed);
    }

    /** The type as one of a union: the tag is in the place of all else that is known of its structure. */
    final LiteralType variant() {
        LiteralType known = variant;
        if (known == null) {
            known = type().toBuilder()
                    .setStructure(TypeStructure.newBuilder().setTag(tag()))
                    .build();
            variant = known;
        }
        return known;
    }

    /** The type's name for people. */
    String name() {
        LiteralType type = type();
        return switch (type.getTypeCase()) {
            case SIMPLE -> type.getSimple().name();
            case COLLECTION_TYPE -> "collection";
            case MAP_VALUE_TYPE -> "map";
            case ENUM_TYPE -> "enum";
            default -> "union";
        };
    }

    static Literal binary(byte[] bytes, String tag) {
        return scalar(Scalar.newBuilder()
                .setBinary(
                        Binary.newBuilder().setValue(ByteString.copyFrom(bytes)).setTag(tag)));
    }

    static Literal scalar(Scalar.Builder scalar) {
        return Literal.newBuilder().setScalar(scalar).build();
    }

    /** What a literal holds, in a message. */
    static String kind(Literal literal) {
        return switch (literal.getValueCase()) {
            case SCALAR ->
                literal.getScalar().hasPrimitive()
                        ? "a primitive "
                                + literal.getScalar()
                                        .getPrimitive()
                                        .getValueCase()
                                        .name()
                        : "a " + literal.getScalar().getValueCase().name();
            case COLLECTION -> "a collection";
            case MAP -> "a map";
            case VALUE_NOT_SET -> "nothing";
        };
    }
}
