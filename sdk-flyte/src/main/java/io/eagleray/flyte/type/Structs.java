package io.eagleray.flyte.type;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees of null, Boolean, Number, String, List and Map as protobuf's Struct, whose numbers are all doubles. */
public final class Structs {
    private Structs() {}

    public static Struct of(Map<String, ?> tree) {
        Struct.Builder struct = Struct.newBuilder();
        tree.forEach((name, value) -> struct.putFields(name, value(value)));
        return struct.build();
    }

    private static Value value(@Nullable Object tree) {
        Value.Builder value = Value.newBuilder();
        if (tree == null) {
            value.setNullValue(NullValue.NULL_VALUE);
        } else if (tree instanceof Boolean bool) {
            value.setBoolValue(bool);
        } else if (tree instanceof Number number) {
            value.setNumberValue(number.doubleValue());
        } else if (tree instanceof List<?> list) {
            value.setListValue(ListValue.newBuilder()
                    .addAllValues(list.stream().map(Structs::value).toList()));
        } else if (tree instanceof Map<?, ?> map) {
            Struct.Builder struct = Struct.newBuilder();
            map.forEach((name, member) -> struct.putFields(String.valueOf(name), value(member)));
            value.setStructValue(struct);
        } else {
            value.setStringValue(tree.toString());
        }
        return value.build();
    }

    public static Map<String, @Nullable Object> tree(Struct struct) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        struct.getFieldsMap().forEach((name, value) -> tree.put(name, tree(value)));
        return tree;
    }

    private static @Nullable Object tree(Value value) {
        return switch (value.getKindCase()) {
            case NULL_VALUE, KIND_NOT_SET -> null;
            case BOOL_VALUE -> value.getBoolValue();
            case NUMBER_VALUE -> value.getNumberValue();
            case STRING_VALUE -> value.getStringValue();
            case STRUCT_VALUE -> tree(value.getStructValue());
            case LIST_VALUE -> {
                List<@Nullable Object> list = new ArrayList<>();
                value.getListValue().getValuesList().forEach(element -> list.add(tree(element)));
                yield list;
            }
        };
    }
}
