package io.eagleray.flyte.type;

import flyteidl.core.Literals.Primitive;
import flyteidl.core.Types.SimpleType;
import java.util.Map;

/** Texts, and all that Flyte knows no better form for: its canonical text. */
final class TextForm extends PrimitiveForm {
    private final boolean isPlain;

    /** A text of any content. */
    TextForm() {
        super(SimpleType.STRING, "str", Map.of("type", "string"));
        isPlain = true;
    }

    /**
     * A text that reads as something.
     *
     * @param format what, in the words of JSON Schema; empty where they have none
     */
    TextForm(String format) {
        super(
                SimpleType.STRING,
                "str",
                format.isEmpty() ? Map.of("type", "string") : Map.of("type", "string", "format", format));
        isPlain = false;
    }

    /** Whether it stands for nothing but itself. */
    boolean isPlain() {
        return isPlain;
    }

    @Override
    Primitive.Builder primitive(Object json) {
        return Primitive.newBuilder().setStringValue(pack(json));
    }

    @Override
    Object json(Primitive primitive) {
        if (primitive.getValueCase() != Primitive.ValueCase.STRING_VALUE) {
            throw misfit(primitive);
        }
        return primitive.getStringValue();
    }

    /** The JSON of a BigInteger may be a number. */
    @Override
    String pack(Object json) {
        if (!(json instanceof String || json instanceof Number)) {
            throw Unfit.expected("a text", json);
        }
        String text = json.toString();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                throw new Unfit("the text has half of a surrogate pair at " + i
                        + ", which UTF-8 cannot carry: send its bytes, or repair it");
            }
        }
        return text;
    }

    @Override
    Object unpack(Object packed) {
        if (!(packed instanceof String)) {
            throw Unfit.expected("a text", packed);
        }
        return packed;
    }
}
