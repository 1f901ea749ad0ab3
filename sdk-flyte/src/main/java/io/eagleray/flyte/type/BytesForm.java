package io.eagleray.flyte.type;

import flyteidl.core.Literals.Literal;
import flyteidl.core.Types.LiteralType;
import flyteidl.core.Types.SimpleType;
import java.util.Base64;
import java.util.Map;

/** Bytes. flytekit has no type for them but as fields of data classes: there it would pickle what it is given. */
final class BytesForm extends Form {

    @Override
    LiteralType type() {
        return LiteralType.newBuilder().setSimple(SimpleType.BINARY).build();
    }

    @Override
    String tag() {
        return "bytes";
    }

    @Override
    Map<String, Object> schema(Map<String, Object> definitions) {
        return Map.of("type", "string", "format", "base64");
    }

    @Override
    Literal write(Object json) {
        return binary(pack(json), "");
    }

    @Override
    Object read(Literal literal) {
        if (!literal.getScalar().hasBinary()) {
            throw Unfit.expected("bytes", kind(literal));
        }
        return base64(literal.getScalar().getBinary().getValue().toByteArray());
    }

    @Override
    byte[] pack(Object json) {
        try {
            return Base64.getDecoder().decode(json.toString());
        } catch (IllegalArgumentException e) {
            throw Unfit.expected("bytes in base64", json);
        }
    }

    /** A Struct holds no bytes: what wrote one has written base64. */
    @Override
    Object unpack(Object packed) {
        if (packed instanceof byte[] bytes) {
            return base64(bytes);
        } else if (packed instanceof String text) {
            return text;
        }
        throw Unfit.expected("bytes", packed);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
