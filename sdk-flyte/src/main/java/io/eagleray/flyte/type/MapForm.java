package io.eagleray.flyte.type;

import flyteidl.core.Literals.Literal;
import flyteidl.core.Literals.LiteralMap;
import flyteidl.core.Types.LiteralType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps whose keys are texts. */
final class MapForm extends Form {
    private final Form value;
    private final KeyedForm packed;

    MapForm(Form key, Form value) {
        this.value = value;
        this.packed = new KeyedForm(key, value);
    }

    @Override
    LiteralType type() {
        return LiteralType.newBuilder().setMapValueType(value.type()).build();
    }

    @Override
    String tag() {
        return packed.tag();
    }

    @Override
    Map<String, Object> schema(Map<String, Object> definitions) {
        return packed.schema(definitions);
    }

    @Override
    Literal write(Object json) {
        LiteralMap.Builder map = LiteralMap.newBuilder();
        KeyedForm.entries(json).forEach((name, member) -> {
            try {
                map.putLiterals(String.valueOf(name), value.literal(member));
            } catch (Unfit unfit) {
                throw unfit.key(String.valueOf(name));
            }
        });
        return Literal.newBuilder().setMap(map).build();
    }

    @Override
    Object read(Literal literal) {
        if (!literal.hasMap()) {
            throw Unfit.expected("a map", kind(literal));
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        literal.getMap().getLiteralsMap().forEach((name, member) -> {
            try {
                json.put(name, value.json(member));
            } catch (Unfit unfit) {
                throw unfit.key(name);
            }
        });
        return json;
    }

    @Override
    Object pack(Object json) {
        return packed.pack(json);
    }

    @Override
    Object unpack(Object tree) {
        return packed.unpack(tree);
    }
}
