package io.eagleray.flyte.type;

import flyteidl.core.Types.LiteralType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Maps whose keys are no texts: Flyte's maps have none, so flytekit packs them, and so do we. */
final class KeyedForm extends StructForm {
    private final Form key;
    private final Form value;

    KeyedForm(Form key, Form value) {
        this.key = key;
        this.value = value;
    }

    @Override
    LiteralType type() {
        return struct().build();
    }

    @Override
    String tag() {
        return "Typed Dict";
    }

    @Override
    Map<String, Object> schema(Map<String, Object> definitions) {
        return new TreeMap<>(Map.of(
                "type",
                "object",
                "propertyNames",
                key.schema(definitions),
                "additionalProperties",
                value.schema(definitions)));
    }

    @Override
    Object pack(Object json) {
        Map<Object, @Nullable Object> packed = new LinkedHashMap<>();
        entries(json).forEach((name, member) -> {
            try {
                packed.put(key.pack(Objects.requireNonNull(name)), value.packNullable(member));
            } catch (Unfit unfit) {
                throw unfit.key(String.valueOf(name));
            }
        });
        return packed;
    }

    @Override
    Object unpack(Object packed) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        entries(packed).forEach((name, member) -> {
            try {
                json.put(text(name), value.unpackNullable(member));
            } catch (Unfit unfit) {
                throw unfit.key(String.valueOf(name));
            }
        });
        return json;
    }

    /** A Struct's keys are texts, whatever they stand for. */
    private String text(@Nullable Object name) {
        if (name == null) {
            throw new Unfit("a key is null: leave it out");
        }
        boolean isNumber = key instanceof IntegerForm || key instanceof DurationForm;
        Object known = isNumber && name instanceof String digits ? number(digits) : name;
        return String.valueOf(
                key instanceof BooleanForm && name instanceof String text ? Boolean.valueOf(text) : key.unpack(known));
    }

    private static Object number(String digits) {
        try {
            BigDecimal number = new BigDecimal(digits);
            return number.stripTrailingZeros().scale() <= 0
                    ? (Object) number.longValueExact()
                    : (Object) number.doubleValue();
        } catch (ArithmeticException | NumberFormatException e) {
            throw Unfit.expected("a number", digits);
        }
    }

    /** The JSON of a map with a key that is null, or broken Unicode, is a list. */
    static Map<?, ?> entries(Object tree) {
        if (!(tree instanceof Map<?, ?> map)) {
            throw new Unfit("a key is null or half of a surrogate pair, or this is no map: Flyte has no such keys");
        }
        return map;
    }
}
