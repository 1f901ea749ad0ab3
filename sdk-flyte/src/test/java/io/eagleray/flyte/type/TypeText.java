package io.eagleray.flyte.type;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import flyteidl.core.Types.LiteralType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types as sorted texts, with what the messages for Java do not know of their structure. */
public final class TypeText {
    private TypeText() {}

    public static String of(LiteralType type) throws InvalidProtocolBufferException {
        List<String> parts = new ArrayList<>();
        switch (type.getTypeCase()) {
            case SIMPLE -> parts.add(type.getSimple().name());
            case COLLECTION_TYPE -> parts.add("list of " + of(type.getCollectionType()));
            case MAP_VALUE_TYPE -> parts.add("map of " + of(type.getMapValueType()));
            case ENUM_TYPE -> parts.add("enum of " + type.getEnumType().getValuesList());
            case UNION_TYPE -> {
                for (LiteralType variant : type.getUnionType().getVariantsList()) {
                    parts.add("or " + of(variant));
                }
            }
            default -> parts.add(type.toString());
        }
        parts.add(sorted(Structs.tree(type.getMetadata())));
        parts.add(sorted(Structs.tree(type.getAnnotation().getAnnotations())));
        parts.add("tag " + type.getStructure().getTag());
        for (Map.Entry<String, LiteralType> attribute : attributes(type).entrySet()) {
            parts.add(attribute.getKey() + ": " + of(attribute.getValue()));
        }
        return parts.stream().collect(Collectors.joining("\n", "{", "}"));
    }

    /** The entries of a map are messages with a key of field 1 and a value of field 2. */
    private static Map<String, LiteralType> attributes(LiteralType type) throws InvalidProtocolBufferException {
        Map<String, LiteralType> attributes = new TreeMap<>();
        UnknownFieldSet unknown = type.getStructure().getUnknownFields();
        for (ByteString entry : unknown.getField(2).getLengthDelimitedList()) {
            UnknownFieldSet fields = UnknownFieldSet.parseFrom(entry);
            attributes.put(
                    fields.getField(1).getLengthDelimitedList().get(0).toStringUtf8(),
                    LiteralType.parseFrom(
                            fields.getField(2).getLengthDelimitedList().get(0)));
        }
        return attributes;
    }

    private static String sorted(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, String> members = new TreeMap<>();
            map.forEach((name, member) -> members.put(String.valueOf(name), sorted(member)));
            return members.toString();
        } else if (tree instanceof List<?> list) {
            return list.stream().map(TypeText::sorted).toList().toString();
        }
        return String.valueOf(tree);
    }
}
