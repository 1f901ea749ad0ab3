package io.eagleray.flyte.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Struct;
import flyteidl.core.Literals.Literal;
import flyteidl.core.Literals.LiteralMap;
import flyteidl.core.Literals.Primitive;
import flyteidl.core.Literals.Scalar;
import io.eagleray.client.ValueException;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.SignatureTypes;
import io.eagleray.wire.UntypedValue;
import io.eagleray.wire.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlyteValuesTest {
    private static final int CASES = 100;

    static Stream<TaskSpec> tasks() {
        return Crossing.tasks(Crossings.class).stream();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void whatGoesComesBack(TaskSpec task) {
        Crossing crossing = Crossing.of(Crossings.class, task);
        Sample sample = new Sample(17);
        for (int i = 0; i < CASES; i++) {
            Object value = sample.of(crossing.type());
            LiteralMap literals = crossing.literals(value);
            assertThat(crossing.json(crossing.value(literals))).isEqualTo(crossing.json(value));
            assertThat(crossing.flyte().outputs(crossing.flyte().outputs(crossing.json(value))))
                    .isEqualTo(crossing.flyte().inputs(literals).get("value"));
        }
    }

    /** Without its classes a value has the same bytes, as far as its type reads them. */
    @ParameterizedTest
    @MethodSource("tasks")
    void theSignatureIsEnoughToEncode(TaskSpec task) {
        Crossing crossing = Crossing.of(Crossings.class, task);
        SignatureTypes types = new SignatureTypes(task.signature().definitions());
        Sample sample = new Sample(23);
        for (int i = 0; i < CASES; i++) {
            Object value = sample.of(crossing.type());
            String json = crossing.json(value);
            byte[] bytes =
                    UntypedValue.encode(json, task.signature().inputs().get(0).type(), types);
            assertThat(crossing.json(Objects.requireNonNull(Values.decode(bytes, crossing.type()))))
                    .isEqualTo(json);
        }
    }

    @Test
    void bytesAreBytes() {
        Crossing bytes = Crossing.of(Unpythonic.class, "bytes");
        Literal literal = literal(bytes.literals(new byte[] {0, -1, 7}));
        assertThat(literal.getScalar().getBinary().getValue()).isEqualTo(ByteString.copyFrom(new byte[] {0, -1, 7}));
        assertThat(bytes.value(bytes.literals(new byte[] {0, -1, 7}))).isEqualTo(new byte[] {0, -1, 7});
    }

    @Test
    void treesComeBack() {
        Crossing tree = Crossing.of(Unpythonic.class, "tree");
        Sample sample = new Sample(5);
        for (int i = 0; i < CASES; i++) {
            Object value = sample.of(tree.type());
            assertThat(tree.value(tree.literals(value))).isEqualTo(value);
        }
    }

    @Test
    void nanosecondsStay() {
        Crossing time = Crossing.of(Crossings.class, "time");
        Instant instant = Instant.parse("1969-12-31T23:59:59.123456789Z");
        assertThat(time.value(time.literals(instant))).isEqualTo(instant);
        Crossing duration = Crossing.of(Crossings.class, "duration");
        for (Duration each :
                List.of(Duration.ofNanos(-1), Duration.ofSeconds(-3, 1), Duration.ofSeconds(3, 999_999_999))) {
            assertThat(duration.value(duration.literals(each))).isEqualTo(each);
        }
    }

    /** The rule of protobuf: both parts of a Duration have one sign. */
    @Test
    void durationsHaveOneSign() {
        Crossing duration = Crossing.of(Crossings.class, "duration");
        var message = literal(duration.literals(Duration.ofMillis(-1500)))
                .getScalar()
                .getPrimitive()
                .getDuration();
        assertThat(message.getSeconds()).isEqualTo(-1);
        assertThat(message.getNanos()).isEqualTo(-500_000_000);
    }

    @Test
    void nullNeedsAnOptional() {
        Crossing list = Crossing.of(Unpythonic.class, "mayHoldNull");
        assertThatThrownBy(() -> list.literals(Arrays.asList(1, null)))
                .isInstanceOf(ValueException.class)
                .hasMessage("value[1]: is null, and no value of Flyte's INTEGER is: declare it as Optional<…>");
    }

    @Test
    void refusesTimesBeyondFlytes() {
        Crossing time = Crossing.of(Crossings.class, "time");
        assertThatThrownBy(() -> time.literals(Instant.parse("-0001-01-01T00:00:00Z")))
                .isInstanceOf(ValueException.class)
                .hasMessageStartingWith("value: expected a year from 1 to 9999, as Flyte has them")
                .hasMessageContaining("declare a String");
        Crossing duration = Crossing.of(Crossings.class, "duration");
        assertThatThrownBy(() -> duration.literals(Duration.ofDays(365 * 20_000L)))
                .hasMessageContaining("ten thousand years")
                .hasMessageContaining("declare a long");
    }

    @Test
    void refusesTimesThatNoJavaHas() {
        Literal time = Form.scalar(Scalar.newBuilder()
                .setPrimitive(Primitive.newBuilder()
                        .setDatetime(com.google.protobuf.Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))));
        for (String method : List.of("time", "date")) {
            Crossing crossing = Crossing.of(Crossings.class, method);
            assertThatThrownBy(() -> crossing.value(of(time)))
                    .isInstanceOf(ValueException.class)
                    .hasMessageContaining("given 9223372036854775807 seconds since 1970");
        }
        Literal noon = Form.scalar(Scalar.newBuilder()
                .setPrimitive(Primitive.newBuilder()
                        .setDatetime(com.google.protobuf.Timestamp.newBuilder().setSeconds(43_200))));
        Crossing date = Crossing.of(Crossings.class, "date");
        assertThatThrownBy(() -> date.value(of(noon)))
                .hasMessage("value: expected a day, which is a midnight of UTC, given 1970-01-01T12:00:00Z");
        Literal duration = Form.scalar(Scalar.newBuilder()
                .setPrimitive(Primitive.newBuilder()
                        .setDuration(com.google.protobuf.Duration.newBuilder().setSeconds(Long.MIN_VALUE))));
        Crossing crossing = Crossing.of(Crossings.class, "duration");
        assertThatThrownBy(() -> crossing.value(of(duration)))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("ten thousand years");
    }

    /** JSON that a person has written, where no class is at hand to judge it. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "integer, 1.5",
                "integer, 9223372036854775808",
                "floating, \"x\"",
                "truth, \"yes\"",
                "text, {}",
                "time, \"2026\"",
                "date, \"2026-13-01\"",
                "duration, \"1 s\"",
                "color, \"BLUE\"",
                "list, {}",
                "map, []",
                "point, 3",
                "shape, {\"Other\":{}}"
            })
    void refusesJsonOfAnotherType(String method, String json) {
        FlyteInterface flyte = Crossing.of(Crossings.class, method).flyte();
        assertThatThrownBy(() -> flyte.inputs(Map.of("value", json)))
                .isInstanceOf(ValueException.class)
                .hasMessageStartingWith("value: ");
    }

    @Test
    void refusesHalfACharacter() {
        Crossing text = Crossing.of(Crossings.class, "text");
        assertThatThrownBy(() -> text.literals("ab\uD800"))
                .isInstanceOf(ValueException.class)
                .hasMessageStartingWith("value: the text has half of a surrogate pair at 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"integer", "text", "point", "list", "map", "shape", "optional", "color", "all", "time"})
    void namesWhatIsMissingOrOfAnotherType(String method) {
        Crossing crossing = Crossing.of(Crossings.class, method);
        assertThatThrownBy(() -> crossing.value(LiteralMap.getDefaultInstance()))
                .isInstanceOf(ValueException.class)
                .hasMessage("value: there is no such literal among []");
        Literal other = Form.scalar(
                Scalar.newBuilder().setPrimitive(Primitive.newBuilder().setBoolean(true)));
        assertThatThrownBy(() -> crossing.value(of(other)))
                .isInstanceOf(ValueException.class)
                .hasMessageMatching("value: expected .+, given .*BOOLEAN.*");
        assertThatThrownBy(() -> crossing.value(of(Literal.getDefaultInstance())))
                .isInstanceOf(ValueException.class)
                .hasMessageMatching("value: expected .+, given (nothing|VALUE_NOT_SET)");
        assertThatThrownBy(() -> crossing.flyte().inputs(Map.of("other", "1")))
                .hasMessage("value: there is no such input among [other]");
    }

    @Test
    void saysWhereInAValue() {
        Crossing map = Crossing.of(Crossings.class, "map");
        LiteralMap literals = map.literals(Map.of("a", List.of(new Crossings.Point(1, 2))));
        Literal bad = Form.binary(Packed.write(Map.of("x", "no", "y", 2.0)), Form.MSGPACK);
        Literal list = literal(literals).getMap().getLiteralsOrThrow("a").toBuilder()
                .setCollection(literal(literals).getMap().getLiteralsOrThrow("a").getCollection().toBuilder()
                        .setLiterals(0, bad))
                .build();
        Literal changed = literal(literals).toBuilder()
                .setMap(literal(literals).getMap().toBuilder().putLiterals("a", list))
                .build();
        assertThatThrownBy(() -> map.value(of(changed)))
                .hasMessage("value[\"a\"][0].x: expected a whole number of 64 bits, given no");
    }

    /** What Flyte's console and older flytekits send. */
    @Test
    void readsStructs() {
        Crossing point = Crossing.of(Crossings.class, "point");
        assertThat(point.value(of(generic(Map.of("x", 3, "y", 0.5))))).isEqualTo(new Crossings.Point(3, 0.5));
        assertThatThrownBy(() -> point.value(of(generic(Map.of("x", 3.5, "y", 0.5)))))
                .hasMessage("value.x: expected a whole number, given 3.5");
        Crossing node = Crossing.of(Crossings.class, "node");
        Map<String, Object> fields = new HashMap<>(Map.of("value", (1L << 53) + 2));
        fields.put("next", null);
        assertThatThrownBy(() -> node.value(of(generic(fields))))
                .hasMessageContaining("value.value: it came as the floating point number 9.007199254740994E15")
                .hasMessageContaining("declare it as a String");
        Crossing numbered = Crossing.of(Crossings.class, "numbered");
        assertThat(numbered.value(of(generic(Map.of("7", Map.of("x", 1, "y", 2))))))
                .isEqualTo(Map.of(7L, new Crossings.Point(1, 2)));
    }

    /** A field that Flyte took out of a record for a Python workflow, and a value that is bound to an Optional. */
    @Test
    void readsWhatFlyteMakesOfLiterals() {
        Crossing integer = Crossing.of(Crossings.class, "integer");
        assertThat(integer.value(of(Form.binary(Packed.write(1L << 60), Form.MSGPACK))))
                .isEqualTo(1L << 60);
        Crossing optional = Crossing.of(Crossings.class, "optionalColor");
        Literal red = Form.scalar(
                Scalar.newBuilder().setPrimitive(Primitive.newBuilder().setStringValue("RED")));
        assertThat(optional.value(of(red))).isEqualTo(Optional.of(Crossings.Color.RED));
        Crossing floating = Crossing.of(Crossings.class, "floating");
        Literal five = Form.scalar(
                Scalar.newBuilder().setPrimitive(Primitive.newBuilder().setInteger(5)));
        assertThat(floating.value(of(five))).isEqualTo(5.0);
    }

    @Test
    void durationsOfRecordsAreExactOrRefused() {
        Crossing crossing = Crossing.of(Crossings.class, "all");
        FlyteInterface all = crossing.flyte();
        String json = crossing.json(new Sample(3).of(crossing.type()));
        String exact = json.replaceFirst("\"duration\":\"[^\"]*\"", "\"duration\":\"PT-8000000.123456789S\"");
        assertThat(all.inputs(all.inputs(Map.of("value", exact))).get("value"))
                .contains("\"PT-2222H-13M-20.123456789S\"");
        String fine = json.replaceFirst("\"duration\":\"[^\"]*\"", "\"duration\":\"PT800000000.123456789S\"");
        assertThatThrownBy(() -> all.inputs(Map.of("value", fine)))
                .isInstanceOf(ValueException.class)
                .hasMessageStartingWith("value.duration: the duration PT222222H13M20.123456789S is not kept")
                .hasMessageContaining("round it to microseconds");
    }

    /** Claims of more than there is, an extension, a cut, and depth. */
    @ParameterizedTest
    @ValueSource(strings = {"ddffffffff", "dfffffffff", "dbffffffff", "c6ffffffff", "d40000", "8201", "", "c0c0", "c1"})
    void refusesBrokenBytes(String hex) {
        Crossing point = Crossing.of(Crossings.class, "point");
        byte[] bytes = java.util.HexFormat.of().parseHex(hex);
        assertThatThrownBy(() -> point.value(of(Form.binary(bytes, Form.MSGPACK))))
                .isInstanceOf(ValueException.class)
                .hasMessageStartingWith("value: ");
    }

    @Test
    void refusesEndlessNesting() {
        Crossing node = Crossing.of(Crossings.class, "node");
        byte[] bytes = new byte[2_000_000];
        Arrays.fill(bytes, (byte) 0x91);
        assertThatThrownBy(() -> node.value(of(Form.binary(bytes, Form.MSGPACK))))
                .isInstanceOf(ValueException.class)
                .hasMessage("value: it is nested too deep to be read");
    }

    private static Literal generic(Map<String, ?> tree) {
        Struct struct = Structs.of(tree);
        return Form.scalar(Scalar.newBuilder().setGeneric(struct));
    }

    private static LiteralMap of(Literal literal) {
        return LiteralMap.newBuilder().putLiterals("value", literal).build();
    }

    private static Literal literal(LiteralMap literals) {
        return literals.getLiteralsOrThrow("value");
    }
}
