package io.eagleray.flyte.type;

import io.eagleray.wire.JsonObject;
import io.eagleray.wire.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any JSON as a tree of null, Boolean, Number, String, List and Map. */
final class JsonTree {
    private static final String VALUE = "value";
    private static final String BEFORE = "{\"" + VALUE + "\":";
    private static final String BEHIND = "}";

    private JsonTree() {}

    static @Nullable Object read(String json) {
        return plain(JsonObject.read(BEFORE + json + BEHIND, Limits.DEFAULT)
                .members()
                .get(VALUE));
    }

    private static @Nullable Object plain(@Nullable Object tree) {
        if (tree instanceof JsonObject object) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            object.members().forEach((name, member) -> map.put(name, plain(member)));
            return map;
        } else if (tree instanceof List<?> elements) {
            List<@Nullable Object> list = new ArrayList<>(elements.size());
            elements.forEach(element -> list.add(plain(element)));
            return list;
        }
        return tree;
    }

    static String write(@Nullable Object tree) {
        String json = JsonObject.write(Collections.singletonMap(VALUE, tree));
        return json.substring(BEFORE.length(), json.length() - BEHIND.length());
    }
}
