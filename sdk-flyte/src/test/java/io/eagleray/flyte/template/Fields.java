package io.eagleray.flyte.template;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Struct;
import flyteidl.core.Tasks.Resources.ResourceEntry;
import flyteidl.core.Types.LiteralType;
import io.eagleray.flyte.type.Structs;
import io.eagleray.flyte.type.TypeText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Messages as texts by the path of each field, so that two are compared field by field. */
final class Fields {
    private final Map<String, String> fields = new TreeMap<>();

    private Fields() {}

    static Map<String, String> of(Message message) throws InvalidProtocolBufferException {
        Fields fields = new Fields();
        fields.message("", message);
        return fields.fields;
    }

    private void message(String path, Message message) throws InvalidProtocolBufferException {
        if (message instanceof Struct struct) {
            tree(path, Structs.tree(struct));
        } else if (message instanceof LiteralType type) {
            fields.put(path, TypeText.of(type));
        } else if (message instanceof ResourceEntry entry) {
            fields.put(path + "." + entry.getName(), entry.getValue());
        } else {
            for (Map.Entry<FieldDescriptor, Object> field :
                    message.getAllFields().entrySet()) {
                value(path + "." + field.getKey().getName(), field.getKey(), field.getValue());
            }
            if (!message.getUnknownFields().asMap().isEmpty()) {
                fields.put(path + ".unknown", message.getUnknownFields().toString());
            }
            if (message.getAllFields().isEmpty()) {
                fields.put(path, "{}");
            }
        }
    }

    /** The entries of a map, and resources, are known by their keys, whatever their order. */
    private void value(String path, FieldDescriptor field, Object value) throws InvalidProtocolBufferException {
        if (field.isRepeated()) {
            List<?> values = (List<?>) value;
            for (int i = 0; i < values.size(); i++) {
                String place = values.get(i) instanceof ResourceEntry ? path : path + "[" + i + "]";
                element(place, values.get(i));
            }
        } else {
            element(path, value);
        }
    }

    private void element(String path, Object value) throws InvalidProtocolBufferException {
        if (value instanceof Message message) {
            message(path, message);
        } else {
            fields.put(path, value.toString());
        }
    }

    private void tree(String path, @Nullable Object tree) {
        if (tree instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((name, member) -> tree(path + "." + name, member));
        } else if (tree instanceof List<?> list && !list.isEmpty()) {
            for (int i = 0; i < list.size(); i++) {
                tree(path + "[" + i + "]", list.get(i));
            }
        } else {
            fields.put(path, String.valueOf(tree));
        }
    }
}
