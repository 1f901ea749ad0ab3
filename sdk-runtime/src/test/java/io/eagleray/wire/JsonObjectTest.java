package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ValueException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonObjectTest {
    private static final Limits LIMITS = new Limits(1000, 5, 100);

    @Test
    void readsWhatIsAskedFor() {
        JsonObject object = JsonObject.read(
                "{\"a\":\"x\",\"b\":12,\"c\":true,\"d\":null,\"e\":{\"f\":\"g\",\"h\":[1,{}]}}", LIMITS);
        assertThat(object.text("a")).hasValue("x");
        assertThat(object.integer("b")).hasValue(12);
        assertThat(object.bool("c")).hasValue(true);
        assertThat(object.text("d")).isEmpty();
        assertThat(object.integer("z")).isEmpty();
        assertThat(object.texts("e")).isEqualTo(Map.of("f", "g"));
        assertThatThrownBy(() -> object.text("b"))
                .isInstanceOf(ValueException.class)
                .hasMessage("$.b: expected a text");
        assertThat(JsonObject.readArray("[{\"a\":\"x\"},{}]", LIMITS)).hasSize(2);
    }

    @Test
    void keepsNegativeZero() {
        JsonObject object = JsonObject.read("{\"a\":-0.0,\"b\":-0,\"c\":0.0}", LIMITS);
        assertThat(JsonObject.write(object.members())).isEqualTo("{\"a\":-0.0,\"b\":0,\"c\":0.0}");
        assertThat(object.integer("a")).hasValue(0);
    }

    @Test
    void refusesTheRest() {
        for (String json : List.of("", "[]", "{", "{} {}", "{\"a\":[[[[[1]]]]]}", "{\"a\":" + "9".repeat(101) + "}")) {
            assertThatThrownBy(() -> JsonObject.read(json, LIMITS)).as(json).isInstanceOf(ValueException.class);
        }
        assertThatThrownBy(() -> JsonObject.read("{\"a\":1.5}", LIMITS).integer("a"))
                .isInstanceOf(ValueException.class);
        assertThatThrownBy(() -> JsonObject.readArray("[1]", LIMITS)).isInstanceOf(ValueException.class);
        assertThatThrownBy(() -> JsonObject.read("{\"a\":\"" + "x".repeat(1000) + "\"}", LIMITS))
                .isInstanceOf(ValueException.class);
    }

    @Test
    void writesInOrder() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("z", "\"");
        values.put("a", Arrays.asList(1, 2.5, true, null));
        values.put("m", Map.of("k", List.of()));
        assertThat(JsonObject.write(values)).isEqualTo("{\"z\":\"\\\"\",\"a\":[1,2.5,true,null],\"m\":{\"k\":[]}}");
        assertThatThrownBy(() -> JsonObject.write(Map.of("a", new Object()))).isInstanceOf(ValueException.class);
        assertThatThrownBy(() -> JsonObject.write(Map.of("a", Double.NaN))).isInstanceOf(ValueException.class);
    }
}
