package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.call.ValueType;
import io.eagleray.client.ValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTest {

    /** Names its components as Java allows and JSON does not mind. */
    record Odd(int $x, @Nullable String get_y) {}

    @Test
    void listsHaveNoSpaces() {
        assertWritten(List.of(0, 1, 4), new TypeOf<List<Integer>>() {}.type(), "[0,1,4]");
        assertWritten(Arrays.asList(1, null), new TypeOf<List<Integer>>() {}.type(), "[1,null]");
        assertWritten(List.of(), new TypeOf<List<Integer>>() {}.type(), "[]");
        assertWritten(null, new TypeOf<List<Integer>>() {}.type(), "null");
    }

    @Test
    void recordsHaveAllComponentsInOrder() {
        assertWritten(
                new Samples.Order(
                        "7",
                        List.of(new Samples.Item("nail", new BigDecimal("0.10"), null)),
                        Map.of(),
                        Optional.empty()),
                ValueType.of(Samples.Order.class),
                "{\"id\":\"7\",\"items\":[{\"name\":\"nail\",\"price\":\"0.10\",\"count\":null}],\"stock\":{},\"note\":null}");
        assertWritten(new Odd(1, "ß"), ValueType.of(Odd.class), "{\"$x\":1,\"get_y\":\"ß\"}");
        assertWritten(new Samples.Empty(), ValueType.of(Samples.Empty.class), "{}");
    }

    @Test
    void numbersThatManyReadersWouldRoundAreText() {
        ValueType type = ValueType.of(long.class);
        assertWritten(9007199254740991L, type, "9007199254740991");
        assertWritten(9007199254740992L, type, "\"9007199254740992\"");
        assertWritten(-9007199254740991L, type, "-9007199254740991");
        assertWritten(Long.MIN_VALUE, type, "\"-9223372036854775808\"");
        assertWritten(BigInteger.TEN, ValueType.of(BigInteger.class), "10");
        assertWritten(BigInteger.TWO.pow(100), ValueType.of(BigInteger.class), "\"1267650600228229401496703205376\"");
        assertWritten(new BigDecimal("1.10"), ValueType.of(BigDecimal.class), "\"1.10\"");
        assertThat(Json.read("9007199254740993", type)).isEqualTo(9007199254740993L);
        assertThat(Json.read("1267650600228229401496703205376", ValueType.of(BigInteger.class)))
                .isEqualTo(BigInteger.TWO.pow(100));
        assertThat(Json.read("1.10", ValueType.of(BigDecimal.class))).isEqualTo(new BigDecimal("1.10"));
        assertThat(Json.read("1e3", ValueType.of(int.class))).isEqualTo(1000);
        assertThat(Json.read("2.0", ValueType.of(long.class))).isEqualTo(2L);
    }

    @Test
    void floatingPointIsTheShortestThatReadsBackAlike() {
        ValueType type = ValueType.of(double.class);
        assertWritten(2e-3, type, "0.002");
        assertWritten(0.1 + 0.2, type, "0.30000000000000004");
        assertWritten(2.0E-323, type, "2.0E-323");
        assertWritten(-0.0, type, "-0.0");
        assertWritten(1e21, type, "1.0E21");
        assertWritten(Double.NaN, type, "\"NaN\"");
        assertWritten(Double.NEGATIVE_INFINITY, type, "\"-Infinity\"");
        assertWritten(0.1f, ValueType.of(float.class), "0.1");
        assertThat(Json.read("-0", type)).isEqualTo(-0.0);
        assertThat(Json.read("3", type)).isEqualTo(3.0);
    }

    @Test
    void textsAreReadable() {
        assertWritten("ä€\uD83D\uDE00\"\\\n", ValueType.of(String.class), "\"ä€\uD83D\uDE00\\\"\\\\\\n\"");
        assertWritten("ä\uD800", ValueType.of(String.class), "\"\\u00E4\\uD800\"");
        assertWritten('x', ValueType.of(char.class), "\"x\"");
        assertWritten(Duration.ofSeconds(90), ValueType.of(Duration.class), "\"PT1M30S\"");
        assertWritten(Year.of(12345), ValueType.of(Year.class), "\"+12345\"");
        assertWritten(Samples.Color.GREEN, ValueType.of(Samples.Color.class), "\"GREEN\"");
    }

    @Test
    void arraysOfBytesAndCharsAreText() {
        assertThat(Json.write(new byte[] {1, 2, -1}, ValueType.of(byte[].class)))
                .isEqualTo("\"AQL/\"");
        assertThat(Json.write(new char[] {'a', 'b'}, ValueType.of(char[].class)))
                .isEqualTo("\"ab\"");
        assertThat(Json.write(new int[] {1, 2}, ValueType.of(int[].class))).isEqualTo("[1,2]");
        assertThat(Json.write(new double[][] {{1}, {}}, ValueType.of(double[][].class)))
                .isEqualTo("[[1.0],[]]");
    }

    @Test
    void mapsAreObjectsInTheOrderOfTheirKeys() {
        Map<String, Integer> texts = new LinkedHashMap<>(Map.of("b", 1));
        texts.put("a", null);
        assertWritten(texts, new TypeOf<Map<String, Integer>>() {}.type(), "{\"a\":null,\"b\":1}");
        assertWritten(
                Map.of(10, true, 9, false), new TypeOf<Map<Integer, Boolean>>() {}.type(), "{\"9\":false,\"10\":true}");
        assertWritten(
                Map.of(Samples.Color.GREEN, 1, Samples.Color.RED, 2),
                new TypeOf<Map<Samples.Color, Integer>>() {}.type(),
                "{\"RED\":2,\"GREEN\":1}");
        assertWritten(
                Map.of(LocalDate.of(2026, 1, 31), 1.5),
                new TypeOf<Map<LocalDate, Double>>() {}.type(),
                "{\"2026-01-31\":1.5}");
    }

    @Test
    void mapsWhoseKeysAreNoNamesAreSortedPairs() {
        assertWritten(
                Map.of(new Samples.Point(2, 0), "b", new Samples.Point(1, 0), "a"),
                new TypeOf<Map<Samples.Point, String>>() {}.type(),
                "[[{\"x\":1,\"y\":0},\"a\"],[{\"x\":2,\"y\":0},\"b\"]]");
        Map<@Nullable String, Integer> map = new LinkedHashMap<>();
        map.put(null, 1);
        map.put("a", 2);
        assertWritten(map, new TypeOf<Map<String, Integer>>() {}.type(), "[[\"a\",2],[null,1]]");
    }

    @Test
    void setsAreSorted() {
        assertWritten(
                new LinkedHashSet<>(Arrays.asList(10, 9, null)), new TypeOf<Set<Integer>>() {}.type(), "[null,9,10]");
        assertWritten(
                Set.of(new Samples.Point(2, 0), new Samples.Point(1, 0)),
                new TypeOf<Set<Samples.Point>>() {}.type(),
                "[{\"x\":1,\"y\":0},{\"x\":2,\"y\":0}]");
    }

    @Test
    void optionalsAreTheirValuesOrNull() {
        assertWritten(Optional.of(1), new TypeOf<Optional<Integer>>() {}.type(), "1");
        assertWritten(Optional.empty(), new TypeOf<Optional<Integer>>() {}.type(), "null");
        assertWritten(OptionalInt.of(3), ValueType.of(OptionalInt.class), "3");
        ValueType nested = new TypeOf<Optional<Optional<Integer>>>() {}.type();
        assertWritten(Optional.empty(), nested, "null");
        assertWritten(Optional.of(Optional.empty()), nested, "[null]");
        assertWritten(Optional.of(Optional.of(1)), nested, "[1]");
    }

    @Test
    void sealedTypesNameTheirLeaf() {
        ValueType type = ValueType.of(Samples.Shape.class);
        assertWritten(new Samples.Circle(1), type, "{\"Circle\":{\"radius\":1.0}}");
        assertWritten(Samples.Unit.NOTHING, type, "{\"Unit\":\"NOTHING\"}");
        assertWritten(new Samples.Circle(1), ValueType.of(Samples.Circle.class), "{\"radius\":1.0}");
        assertWritten(new Samples.Left.Leaf(1), ValueType.of(Samples.Twins.class), "{\"Samples.Left.Leaf\":{\"a\":1}}");
    }

    @Test
    void readingTakesAnyOrderAndWhiteSpace() {
        assertThat(Json.read(" { \"y\" : 2 ,\n \"x\" : 1 } ", ValueType.of(Samples.Point.class)))
                .isEqualTo(new Samples.Point(1, 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"x":1}                     | $: component y (int) of Point is missing
            {"x":1,"Y":2}               | $: component y (int) of Point is missing; not known: "Y"
            {"x":1,"x":2}               | $.x: expected the component once, given it again
            {"x":"1","y":2}             | $.x: expected an int, given the text "1"
            {"x":1.5,"y":2}             | $.x: expected an int, given 1.5
            {"x":null,"y":2}            | $.x: expected an int, given null
            {"x":[],"y":2}              | $.x: expected an int, given an array
            {"x":2147483648,"y":2}      | $.x: expected an int from -2147483648 to 2147483647, given 2147483648
            {"x":1e999999999,"y":2}     | $.x: expected an int, given 1e999999999
            [1,2]                       | $: expected an object for an io.eagleray.wire.Samples$Point with the components x, y, given an array
            ``                          | $: expected JSON, given nothing
            {"x":1,"y":2} 3             | $: expected the end of the JSON, given more: 3
            """)
    void pointsThatAreNoneAreRefused(String json, String message) {
        assertRefused(json, ValueType.of(Samples.Point.class), message);
    }

    @Test
    void theErrorNamesThePath() {
        ValueType type = ValueType.of(Samples.Order.class);
        assertRefused(
                "{\"id\":\"1\",\"items\":[{\"name\":\"a\",\"price\":1},{\"name\":\"b\",\"price\":\"cheap\"}]}",
                type,
                "$.items[1].price: expected a decimal number, given \"cheap\"");
        assertRefused("{\"stock\":{\"a b\":true}}", type, "$.stock[\"a b\"]: expected an Integer, given true");
        assertRefused(
                "{\"a\":{\"Circle\":{\"radius\":\"big\"}}}",
                new TypeOf<Map<String, Samples.Shape>>() {}.type(),
                "$[\"a\"].Circle.radius: expected a double (a number, or \"NaN\", \"Infinity\" or \"-Infinity\"), given the text \"big\"");
    }

    @Test
    void whatDoesNotFitIsSaid() {
        assertRefused(
                "1e999", ValueType.of(double.class), "$: expected a double, given 1e999, which is out of its range");
        assertRefused("1e39", ValueType.of(float.class), "$: expected a float, given 1e39, which is out of its range");
        assertRefused("\"yes\"", ValueType.of(boolean.class), "$: expected true or false, given the text \"yes\"");
        assertRefused("\"BLUE\"", ValueType.of(Samples.Color.class), "$: expected one of [RED, GREEN], given \"BLUE\"");
        assertRefused(
                "\"soon\"", ValueType.of(Duration.class), "$: expected a Duration such as \"PT1M30S\", given \"soon\"");
        assertRefused("\"ab\"", ValueType.of(char.class), "$: expected a text of one character, given \"ab\"");
        assertRefused("1", ValueType.of(String.class), "$: expected a String, given 1");
        assertRefused(
                "{}",
                new TypeOf<List<Integer>>() {}.type(),
                "$: expected an array for a List<java.lang.Integer>, given an object");
        assertRefused(
                "[1,1]",
                new TypeOf<Set<Integer>>() {}.type(),
                "$[1]: expected a Set, given an element that is there already");
        assertRefused(
                "{\"1\":1,\"01\":1}",
                new TypeOf<Map<Integer, Integer>>() {}.type(),
                "$[\"01\"]: expected every key once, given this one again");
        assertRefused(
                "{\"a\":1}",
                new TypeOf<Map<Integer, Integer>>() {}.type(),
                "$[\"a\"]: expected an Integer, given \"a\"");
        assertRefused(
                "[[1]]",
                new TypeOf<Map<Integer, Integer>>() {}.type(),
                "$[0]: expected a value after the key, given the end of the array");
        assertRefused(
                "{\"Oval\":{}}",
                ValueType.of(Samples.Shape.class),
                "$: expected one of [Circle, Square, Unit] for an io.eagleray.wire.Samples$Shape, given \"Oval\"");
        assertRefused(
                "{}",
                ValueType.of(Samples.Shape.class),
                "$: expected an object with one field, of [Circle, Square, Unit], for an io.eagleray.wire.Samples$Shape, given an empty one");
        assertRefused(
                "\"A\"",
                ValueType.of(byte[].class),
                "$: expected bytes as base64, given \"A\" (Input byte[] should at least have 2 bytes for base64 bytes)");
        assertRefused("3", ValueType.of(Void.class), "$: expected null, given 3");
    }

    @Test
    void brokenJsonNamesLineAndColumn() {
        assertThatThrownBy(() -> Json.read("[1,\n 2,", new TypeOf<List<Integer>>() {}.type()))
                .isInstanceOf(ValueException.class)
                .hasMessageStartingWith("$: no valid JSON at line 2, column 4: Unexpected end-of-input");
        assertThatThrownBy(() -> Json.read("[1,\n x]", new TypeOf<List<Integer>>() {}.type()))
                .hasMessageStartingWith("$: no valid JSON at line 2, column 2: Unrecognized token 'x'");
    }

    @Test
    void whatAPersonTypesHasNoUnknownComponents() {
        ValueType type = new TypeOf<List<Samples.Item>>() {}.type();
        String json = "[{\"name\":\"nail\",\"prise\":{\"a\":[1]}}]";
        assertThat(Json.read(json, type)).isEqualTo(List.of(new Samples.Item("nail", null, null)));
        assertThatThrownBy(() -> Json.readStrictly(json, type))
                .hasMessage("$[0]: expected the components name, price, count; not known: \"prise\"");
    }

    @Test
    void aConstructorThatRefusesIsQuoted() {
        assertThatThrownBy(() -> Json.read("[{\"to\":1}]", new TypeOf<List<Samples.Range>>() {}.type()))
                .hasMessage(
                        "$[0]: the constructor of Range refused its components: java.lang.NullPointerException: from; not given: from")
                .hasCauseInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Json.read("[{\"from\":2,\"to\":1}]", new TypeOf<List<Samples.Range>>() {}.type()))
                .hasMessage(
                        "$[0]: the constructor of Range refused its components: java.lang.IllegalArgumentException: 2 > 1");
    }

    private static void assertWritten(@Nullable Object value, ValueType type, String json) {
        assertThat(Json.write(value, type)).isEqualTo(json);
        assertThat(Json.read(json, type)).isEqualTo(value);
        assertThat(Json.readStrictly(json, type)).isEqualTo(value);
    }

    private static void assertRefused(String json, ValueType type, String message) {
        assertThatThrownBy(() -> Json.read(json, type))
                .isInstanceOf(ValueException.class)
                .hasMessage(message);
    }
}
