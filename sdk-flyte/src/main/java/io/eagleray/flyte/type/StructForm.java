package io.eagleray.flyte.type;

import flyteidl.core.Literals.Literal;
import flyteidl.core.Types.LiteralType;
import flyteidl.core.Types.SimpleType;
import flyteidl.core.Types.TypeAnnotation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form whose literals are packed, as those of Python's data classes are. */
abstract class StructForm extends Form {
    /** By this Flyte finds cached results of equal values, however their bytes lie. */
    private static final TypeAnnotation PACKED = TypeAnnotation.newBuilder()
            .setAnnotations(Structs.of(Map.of("cache-key-metadata", Map.of("serialization-format", MSGPACK))))
            .build();

    static LiteralType.Builder struct() {
        return LiteralType.newBuilder().setSimple(SimpleType.STRUCT).setAnnotation(PACKED);
    }

    @Override
    final Literal write(Object json) {
        return binary(Packed.write(pack(json)), MSGPACK);
    }

    /** Flyte's console, and flytekit before 1.14, write a Struct. */
    @Override
    final @Nullable Object read(Literal literal) {
        if (!literal.getScalar().hasGeneric()) {
            throw Unfit.expected("a struct", kind(literal));
        }
        return unpack(Structs.tree(literal.getScalar().getGeneric()));
    }
}
