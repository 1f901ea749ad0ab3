package io.eagleray.flyte.type;

import flyteidl.core.Literals.Literal;
import flyteidl.core.Literals.Scalar;
import flyteidl.core.Literals.Union;
import flyteidl.core.Literals.Void;
import flyteidl.core.Types.LiteralType;
import flyteidl.core.Types.SimpleType;
import flyteidl.core.Types.TypeStructure;
import flyteidl.core.Types.UnionType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Optionals: a union with none. */
final class OptionalForm extends Form {
    private static final LiteralType NONE = LiteralType.newBuilder()
            .setSimple(SimpleType.NONE)
            .setStructure(TypeStructure.newBuilder().setTag("none"))
            .build();

    private final Form value;

    OptionalForm(Form value) {
        this.value = value;
    }

    /** An Optional of a sealed type is one union, as in Python. */
    @Override
    LiteralType type() {
        UnionType.Builder union = UnionType.newBuilder();
        if (value instanceof UnionForm sealed) {
            union.addAllVariants(sealed.type().getUnionType().getVariantsList());
        } else {
            union.addVariants(value.variant());
        }
        return LiteralType.newBuilder().setUnionType(union.addVariants(NONE)).build();
    }

    @Override
    String tag() {
        return UnionForm.TAG;
    }

    @Override
    Map<String, Object> schema(Map<String, Object> definitions) {
        return Map.of("anyOf", List.of(value.schema(definitions), Map.of("type", "null")));
    }

    @Override
    Literal literal(@Nullable Object json) {
        return json == null
                ? UnionForm.union(NONE, scalar(Scalar.newBuilder().setNoneType(Void.getDefaultInstance())))
                : write(json);
    }

    @Override
    Literal write(Object json) {
        return value instanceof UnionForm ? value.write(json) : UnionForm.union(value.variant(), value.write(json));
    }

    /** A value of the type itself may be bound where an Optional is declared, and then it comes without the union. */
    @Override
    @Nullable
    Object read(Literal literal) {
        Union union = literal.getScalar().getUnion();
        Literal inner = literal.getScalar().hasUnion() ? union.getValue() : literal;
        if (inner.getScalar().hasNoneType()) {
            return null;
        }
        return value.json(value instanceof UnionForm ? literal : inner);
    }

    @Override
    Object pack(Object json) {
        return value.pack(json);
    }

    @Override
    @Nullable
    Object unpack(Object packed) {
        return value.unpack(packed);
    }
}
