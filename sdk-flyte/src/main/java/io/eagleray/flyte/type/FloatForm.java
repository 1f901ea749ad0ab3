package io.eagleray.flyte.type;

import flyteidl.core.Literals.Primitive;
import flyteidl.core.Types.SimpleType;
import java.util.Map;

/** Floating point numbers. */
final class FloatForm extends PrimitiveForm {

    FloatForm() {
        super(SimpleType.FLOAT, "float", Map.of("type", "number"));
    }

    @Override
    Primitive.Builder primitive(Object json) {
        return Primitive.newBuilder().setFloatValue(pack(json));
    }

    /** Python takes whole numbers for floating point ones, too. */
    @Override
    Object json(Primitive primitive) {
        return switch (primitive.getValueCase()) {
            case FLOAT_VALUE -> readable(primitive.getFloatValue());
            case INTEGER -> primitive.getInteger();
            default -> throw misfit(primitive);
        };
    }

    @Override
    Double pack(Object json) {
        try {
            return Double.valueOf(json.toString());
        } catch (NumberFormatException e) {
            throw Unfit.expected("a number", json);
        }
    }

    @Override
    Object unpack(Object packed) {
        if (packed instanceof Double number) {
            return readable(number);
        }
        if (packed instanceof Number
                || packed.equals("NaN")
                || packed.equals("Infinity")
                || packed.equals("-Infinity")) {
            return packed;
        }
        throw Unfit.expected("a number", packed);
    }

    private static Object readable(double number) {
        return Double.isFinite(number) ? (Object) number : Double.toString(number);
    }
}
