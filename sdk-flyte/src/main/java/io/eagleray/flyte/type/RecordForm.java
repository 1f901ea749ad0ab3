package io.eagleray.flyte.type;

import flyteidl.core.Types.LiteralType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records: Python's data classes. */
final class RecordForm extends StructForm {
    private final String title;
    private Map<String, Form> components = Map.of();
    private String definition = "";

    RecordForm(String title) {
        this.title = title;
    }

    /** Says what it consists of, which may be known only after others know of it. */
    void complete(Map<String, Form> all) {
        components = new LinkedHashMap<>(all);
    }

    /** A record that mentions itself has a name in schemas, by which it does so. */
    void refersToItself(String name) {
        definition = name;
    }

    Set<String> names() {
        return components.keySet();
    }

    /** What a record that mentions itself consists of cannot be said without end. */
    @Override
    LiteralType type() {
        LiteralType.Builder type = struct().setMetadata(Structs.of(rootSchema()));
        if (definition.isEmpty()) {
            Map<String, LiteralType> types = new TreeMap<>();
            components.forEach((name, form) -> types.put(name, form.type()));
            type.setStructure(Attributes.of(types));
        }
        return type.build();
    }

    @Override
    String tag() {
        return "Object-Dataclass-Transformer";
    }

    private Map<String, Object> rootSchema() {
        Map<String, Object> definitions = new TreeMap<>();
        Map<String, Object> schema = new TreeMap<>(schema(definitions));
        if (!definitions.isEmpty()) {
            schema.put("$defs", definitions);
        }
        return schema;
    }

    @Override
    Map<String, Object> schema(Map<String, Object> definitions) {
        if (definition.isEmpty()) {
            return object(definitions);
        }
        if (!definitions.containsKey(definition)) {
            definitions.put(definition, Map.of());
            definitions.put(definition, object(definitions));
        }
        return Map.of("$ref", "#/$defs/" + definition);
    }

    private Map<String, Object> object(Map<String, Object> definitions) {
        Map<String, Object> schema = new TreeMap<>();
        schema.put("type", "object");
        schema.put("title", title);
        schema.put("additionalProperties", false);
        if (!components.isEmpty()) {
            Map<String, Object> properties = new TreeMap<>();
            components.forEach((name, form) -> properties.put(name, form.schema(definitions)));
            schema.put("properties", properties);
            schema.put("required", List.copyOf(components.keySet()));
        }
        return schema;
    }

    @Override
    Object pack(Object json) {
        Map<?, ?> members = members(json);
        Map<String, @Nullable Object> packed = new LinkedHashMap<>();
        components.forEach((name, form) -> {
            try {
                packed.put(name, form.packNullable(members.get(name)));
            } catch (Unfit unfit) {
                throw unfit.at("." + name);
            }
        });
        return packed;
    }

    /** A field that the record does not have is skipped, as Json skips it: the other side may be newer. */
    @Override
    Object unpack(Object packed) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        members(packed).forEach((name, member) -> {
            Form form = components.get(String.valueOf(name));
            try {
                if (form != null) {
                    json.put(String.valueOf(name), form.unpackNullable(member));
                }
            } catch (Unfit unfit) {
                throw unfit.at("." + name);
            }
        });
        return json;
    }

    private Map<?, ?> members(Object tree) {
        if (!(tree instanceof Map<?, ?> map)) {
            throw Unfit.expected("the fields of " + title, tree);
        }
        return map;
    }
}
