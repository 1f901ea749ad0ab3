package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.call.ValueType;
import io.eagleray.client.ValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What does not fit, in either form. */
final class ValueErrorsTest {
    private static final ValueType INTEGERS = new TypeOf<List<Integer>>() {}.type();

    record Node(@Nullable Object anything) {}

    record Raw(@SuppressWarnings("rawtypes") Optional value) {}

    record Wild(List<? extends Number> numbers) {}

    record Endless<T>(Optional<Endless<List<T>>> next) {}

    record Grudging(String secret) {
        @Override
        public String secret() {
            throw new IllegalStateException("not for you");
        }
    }

    sealed interface Open {}

    static final class Loose implements Open {}

    @Test
    void nullInAPrimitiveSpotIsRefused() {
        assertRefused(null, ValueType.of(int.class), "$: expected an int, given null");
        assertRefused(
                new Samples.Point[] {null},
                ValueType.array(ValueType.of(int.class)),
                "$: expected an int[], given an io.eagleray.wire.Samples$Point[]");
    }

    @Test
    void valuesOfOtherClassesAreRefusedWithTheirPlace() {
        assertRefused("a", INTEGERS, "$: expected a List<java.lang.Integer>, given a String");
        assertRefused(Arrays.asList(1, null, "a"), INTEGERS, "$[2]: expected an Integer, given a String");
        assertRefused(List.of(1L), INTEGERS, "$[0]: expected an Integer, given a Long");
        assertRefused(
                new Samples.Pair<>("a", List.of(1, 2.5)),
                ValueType.of(Samples.Pair.class, ValueType.of(String.class), INTEGERS),
                "$.second[1]: expected an Integer, given a Double");
        assertRefused(
                Map.of("a b", Optional.of("x")),
                new TypeOf<Map<String, Optional<Integer>>>() {}.type(),
                "$[\"a b\"]: expected an Integer, given a String");
        assertRefused(
                new Samples.Point(1, 2),
                ValueType.of(Samples.Shape.class),
                "$: expected an io.eagleray.wire.Samples$Shape, given an io.eagleray.wire.Samples$Point");
        assertRefused(new ArrayList<>(), ValueType.of(Void.class), "$: expected a Void, given an ArrayList");
    }

    @Test
    void typesThatCannotCrossAreNamed() {
        assertRefused(
                List.of(),
                ValueType.of(List.class, ValueType.of(Thread.class)),
                "$: java.lang.Thread cannot cross: use a record, a sealed interface of records, an enum, a List, Set, Map or Optional, or a type of java.time in its place");
        assertRefused(
                new Node(1),
                ValueType.of(Node.class),
                "$.anything: java.lang.Object cannot cross: use a record, a sealed interface of records, an enum, a List, Set, Map or Optional, or a type of java.time in its place");
        assertRefused(
                new Raw(Optional.empty()),
                ValueType.of(Raw.class),
                "$.value: java.util.Optional needs 1 type arguments and has 0: name them all");
        assertRefused(
                new Wild(List.of()),
                ValueType.of(Wild.class),
                "$.numbers: ? extends java.lang.Number cannot cross: name a type in its place");
        assertRefused(
                new Loose(),
                ValueType.of(Open.class),
                "$: io.eagleray.wire.ValueErrorsTest$Loose, which io.eagleray.wire.ValueErrorsTest$Open permits, cannot cross: make it a record, an enum or a sealed interface");
        assertThatThrownBy(() -> Values.encode(null, ValueType.of(Endless.class, ValueType.of(String.class))))
                .hasMessageEndingWith("mentions itself with ever longer type arguments, without end");
    }

    @Test
    void cyclesEndInAnError() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        ValueType deep = INTEGERS;
        for (int i = 0; i < 20; i++) {
            deep = ValueType.of(List.class, deep);
        }
        assertThatThrownBy(() -> Values.encode(list, ValueType.of(List.class, INTEGERS)))
                .hasMessage("$[0][0]: expected an Integer, given an ArrayList");
        List<Samples.Tree> children = new ArrayList<>();
        Samples.Tree tree = new Samples.Tree("a", children);
        children.add(tree);
        assertThatThrownBy(() -> Values.encode(tree, ValueType.of(Samples.Tree.class)))
                .isInstanceOf(ValueException.class)
                .hasMessageStartingWith("$.children[0].children[0]")
                .hasMessageContaining("…")
                .hasMessageEndingWith(
                        "is nested deeper than the limit of 200 levels: does a collection or array contain itself? "
                                + "If it is right, raise the limit on every side with -Deagleray.maxValueDepth=… or EAGLERAY_MAX_VALUE_DEPTH");
        assertThatThrownBy(() -> Json.write(tree, ValueType.of(Samples.Tree.class)))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("does a collection or array contain itself?");
    }

    @Test
    void theStackMayEndBeforeTheLimit() {
        Samples.Tree tree = new Samples.Tree("a", List.of());
        for (int i = 0; i < 100_000; i++) {
            tree = new Samples.Tree("a", List.of(tree));
        }
        Samples.Tree deep = tree;
        Limits limits = new Limits(1 << 30, Integer.MAX_VALUE, 1 << 30);
        ValueType type = ValueType.of(Samples.Tree.class);
        assertThatThrownBy(() -> Values.encode(deep, type, limits))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("is nested deeper");
        String json = "{\"children\":[".repeat(100_000) + "]}".repeat(100_000);
        assertThatThrownBy(() -> Json.read(json, type, limits))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("is nested deeper");
    }

    @Test
    void accessorsMayThrow() {
        assertThatThrownBy(() -> Values.encode(
                        List.of(new Grudging("s")), ValueType.of(List.class, ValueType.of(Grudging.class))))
                .hasMessage("$[0].secret: the accessor failed: java.lang.IllegalStateException: not for you")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsReadCannotBeChanged() {
        Object list = Objects.requireNonNull(Values.decode(Values.encode(List.of(1), INTEGERS), INTEGERS));
        assertThatThrownBy(() -> ((List<?>) list).remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void bytesOfAnotherTypeAreRefused() {
        byte[] bytes = Values.encode(List.of(1), INTEGERS);
        assertThatThrownBy(() -> Values.decode(bytes, ValueType.of(String.class)))
                .isInstanceOf(ValueException.class)
                .hasMessage(
                        "$: expected text for java.lang.String, given sequence of integer: run the same version of the code on both sides");
        assertThatThrownBy(() -> Values.decode(new byte[] {2, 1, 0}, INTEGERS))
                .hasMessage(
                        "$: the bytes are damaged or are no encoded value (they begin with 2; this Eagleray reads form 1, before byte 1)");
        assertThatThrownBy(() -> Values.decode(new byte[0], INTEGERS)).hasMessageContaining("they end too early");
        assertThatThrownBy(() -> Values.decode(Arrays.copyOf(bytes, bytes.length + 1), INTEGERS))
                .hasMessageContaining("1 bytes are left over");
    }

    @Test
    void claimsThatTheBytesDoNotHoldAreRefusedAtOnce() {
        ByteWriter out = new ByteWriter(Limits.DEFAULT);
        out.raw(1);
        Codecs.of(INTEGERS).layout().write(out);
        out.bool(false);
        out.varint(Integer.MAX_VALUE * 2L);
        assertThatThrownBy(() -> Values.decode(out.toByteArray(), INTEGERS))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("they end too early");
    }

    @Test
    void keysThatDoNotLikeWhatIsReadAreRefused() {
        Map<Samples.Touchy, Integer> map = new LinkedHashMap<>();
        map.put(new Samples.Touchy("a"), 1);
        ValueType type = new TypeOf<Map<Samples.Touchy, Integer>>() {}.type();
        byte[] bytes = Values.encode(map, type);
        bytes[bytes.length - 2] = 'b';
        assertThatThrownBy(() -> Values.decode(bytes, type))
                .isInstanceOf(ValueException.class)
                .hasMessage("$: reading it failed: java.lang.IllegalStateException: I only hash a");
    }

    private static void assertRefused(@Nullable Object value, ValueType type, String message) {
        assertThatThrownBy(() -> Values.encode(value, type))
                .isInstanceOf(ValueException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Json.write(value, type))
                .isInstanceOf(ValueException.class)
                .hasMessage(message);
    }
}
