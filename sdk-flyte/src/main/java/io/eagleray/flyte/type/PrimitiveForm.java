package io.eagleray.flyte.type;

import flyteidl.core.Literals.Literal;
import flyteidl.core.Literals.Primitive;
import flyteidl.core.Literals.Scalar;
import flyteidl.core.Types.LiteralType;
import flyteidl.core.Types.SimpleType;
import java.util.Map;

/** A form whose literals are Flyte's primitives. */
abstract class PrimitiveForm extends Form {
    private final SimpleType simple;
    private final String tag;
    private final Map<String, Object> schema;

    PrimitiveForm(SimpleType simple, String tag, Map<String, Object> schema) {
        this.simple = simple;
        this.tag = tag;
        this.schema = schema;
    }

    abstract Primitive.Builder primitive(Object json);

    abstract Object json(Primitive primitive);

    @Override
    LiteralType type() {
        return LiteralType.newBuilder().setSimple(simple).build();
    }

    @Override
    final String tag() {
        return tag;
    }

    @Override
    Map<String, Object> schema(Map<String, Object> definitions) {
        return schema;
    }

    @Override
    final Literal write(Object json) {
        return scalar(Scalar.newBuilder().setPrimitive(primitive(json)));
    }

    @Override
    final Object read(Literal literal) {
        if (!literal.getScalar().hasPrimitive()) {
            throw Unfit.expected("a value of Flyte's " + name(), kind(literal));
        }
        return json(literal.getScalar().getPrimitive());
    }

    final Unfit misfit(Primitive primitive) {
        return Unfit.expected(
                "a value of Flyte's " + name(), primitive.getValueCase().name());
    }
}
