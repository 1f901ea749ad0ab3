package io.eagleray.flyte.type;

import flyteidl.core.Literals.Primitive;
import flyteidl.core.Types.SimpleType;
import java.util.Map;

/** True and false. */
final class BooleanForm extends PrimitiveForm {

    BooleanForm() {
        super(SimpleType.BOOLEAN, "bool", Map.of("type", "boolean"));
    }

    @Override
    Primitive.Builder primitive(Object json) {
        return Primitive.newBuilder().setBoolean(pack(json));
    }

    @Override
    Object json(Primitive primitive) {
        if (primitive.getValueCase() != Primitive.ValueCase.BOOLEAN) {
            throw misfit(primitive);
        }
        return primitive.getBoolean();
    }

    /** The key of a JSON object is a text. */
    @Override
    Boolean pack(Object json) {
        if (json.equals("true") || json.equals("false")) {
            return json.equals("true");
        }
        return (Boolean) unpack(json);
    }

    @Override
    Object unpack(Object packed) {
        if (!(packed instanceof Boolean)) {
            throw Unfit.expected("true or false", packed);
        }
        return packed;
    }
}
