package io.eagleray.flyte.type;

import flyteidl.core.Literals.Primitive;
import flyteidl.core.Types.SimpleType;
import java.math.BigDecimal;
import java.util.Map;

/** Whole numbers of up to 64 bits. */
final class IntegerForm extends PrimitiveForm {
    /** Up to here doubles hold every whole number, so that one which was a double on its way is the one that was sent. */
    private static final double LARGEST_EXACT = (1L << 53) - 1;

    IntegerForm() {
        super(SimpleType.INTEGER, "int", Map.of("type", "integer"));
    }

    @Override
    Primitive.Builder primitive(Object json) {
        return Primitive.newBuilder().setInteger(pack(json));
    }

    @Override
    Object json(Primitive primitive) {
        if (primitive.getValueCase() != Primitive.ValueCase.INTEGER) {
            throw misfit(primitive);
        }
        return primitive.getInteger();
    }

    @Override
    Long pack(Object json) {
        try {
            return new BigDecimal(json.toString()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw Unfit.expected("a whole number of 64 bits", json);
        }
    }

    @Override
    Object unpack(Object packed) {
        if (packed instanceof Double number) {
            return whole(number);
        }
        if (!(packed instanceof Long)) {
            throw Unfit.expected("a whole number of 64 bits", packed);
        }
        return packed;
    }

    private static Long whole(double number) {
        if (number != Math.rint(number)) {
            throw Unfit.expected("a whole number", number);
        }
        if (Math.abs(number) > LARGEST_EXACT) {
            throw new Unfit(
                    "it came as the floating point number " + number + ", which cannot tell whole numbers beyond"
                            + " 2^53 apart: send MessagePack, as flytekit does from 1.14 on, or declare it as a String");
        }
        return (long) number;
    }
}
