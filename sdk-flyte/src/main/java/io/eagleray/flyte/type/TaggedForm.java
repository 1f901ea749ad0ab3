package io.eagleray.flyte.type;

import flyteidl.core.Types.LiteralType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sealed types whose records are not told apart by their fields: an object with one field, which names the record. In
 * Python it is a data class of optional fields.
 */
final class TaggedForm extends StructForm {
    private final String title;
    private final Leaves leaves;

    TaggedForm(String title, Leaves leaves) {
        this.title = title;
        this.leaves = leaves;
    }

    @Override
    LiteralType type() {
        Map<String, Object> definitions = new TreeMap<>();
        Map<String, Object> schema = schema(definitions);
        if (!definitions.isEmpty()) {
            schema.put("$defs", definitions);
        }
        return struct().setMetadata(Structs.of(schema)).build();
    }

    @Override
    String tag() {
        return "Object-Dataclass-Transformer";
    }

    @Override
    Map<String, Object> schema(Map<String, Object> definitions) {
        Map<String, Object> properties = new TreeMap<>();
        leaves.forms().forEach((name, form) -> {
            Map<String, @Nullable Object> property = new TreeMap<>();
            property.put("anyOf", List.of(form.schema(definitions), Map.of("type", "null")));
            property.put("default", null);
            properties.put(name, property);
        });
        return new TreeMap<>(
                Map.of("type", "object", "title", title, "additionalProperties", false, "properties", properties));
    }

    @Override
    Object pack(Object json) {
        Leaves.Chosen leaf = leaves.of(json);
        return Map.of(leaf.name(), leaf.form().pack(leaf.value()));
    }

    /** A data class has its other fields, too, and they are none. */
    @Override
    Object unpack(Object packed) {
        Map<Object, Object> given = new LinkedHashMap<>();
        if (packed instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name != null && value != null) {
                    given.put(name, value);
                }
            });
        }
        Leaves.Chosen leaf = leaves.of(given);
        return Map.of(leaf.name(), leaf.form().unpack(leaf.value()));
    }
}
