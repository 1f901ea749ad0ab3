package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.call.ValueType;
import io.eagleray.client.ValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two versions of a record meet: what one has and the other has not. */
final class VersionsTest {

    record Old(String name, int count) {}

    @SuppressWarnings("ArrayRecordComponent")
    record New(
            List<Samples.Shape> shapes,
            String name,
            Map<String, Old> olds,
            byte[] bytes,
            Optional<New> next,
            Samples.Color color,
            double[] doubles,
            Samples.Shape unit,
            int count,
            long extra) {}

    record WithMore(
            @Nullable String more,
            OptionalInt number,
            Optional<String> text,
            String name,
            int count,
            @Nullable List<String> list) {}

    record OtherOrder(int count, String name) {}

    record Wider(String name, long count) {}

    record Boxed(String name, @Nullable Integer count) {}

    record Narrower(String name, byte count) {}

    record Retyped(String name, String count) {}

    record Demanding(String name, int count, boolean sure) {}

    private static final New NEWEST = new New(
            Arrays.asList(new Samples.Circle(1), null, Samples.Unit.NOTHING),
            "nail",
            Map.of("a", new Old("b", 2)),
            new byte[5000],
            Optional.of(new New(
                    List.of(),
                    "inner",
                    Map.of(),
                    new byte[0],
                    Optional.empty(),
                    Samples.Color.RED,
                    new double[3],
                    Samples.Unit.NOTHING,
                    8,
                    9)),
            Samples.Color.GREEN,
            new double[] {1},
            new Samples.Circle(2),
            7,
            1L << 40);

    @Test
    void whatOnlyTheWriterHasIsSkipped() {
        assertThat(across(NEWEST, New.class, Old.class)).isEqualTo(new Old("nail", 7));
    }

    @Test
    void namesAndLayoutsThatFirstOccurInSkippedPartsStayKnown() {
        ValueType written = ValueType.of(Samples.Pair.class, ValueType.of(New.class), ValueType.of(New.class));
        ValueType read = ValueType.of(Samples.Pair.class, ValueType.of(Old.class), ValueType.of(Old.class));
        assertThat(Values.decode(Values.encode(new Samples.Pair<>(NEWEST, NEWEST), written), read))
                .isEqualTo(new Samples.Pair<>(new Old("nail", 7), new Old("nail", 7)));
    }

    @Test
    void whatOnlyTheReaderHasIsEmptyOrNull() {
        assertThat(across(new Old("nail", 7), Old.class, WithMore.class))
                .isEqualTo(new WithMore(null, OptionalInt.empty(), Optional.empty(), "nail", 7, null));
    }

    @Test
    void aPrimitiveThatIsMissingIsAnError() {
        byte[] bytes = Values.encode(new Old("nail", 7), ValueType.of(Old.class));
        assertThatThrownBy(() -> Values.decode(bytes, ValueType.of(Demanding.class)))
                .isInstanceOf(ValueException.class)
                .hasMessage("$: component sure (boolean) of Demanding is missing");
    }

    @Test
    void orderDoesNotMatter() {
        assertThat(across(new Old("nail", 7), Old.class, OtherOrder.class)).isEqualTo(new OtherOrder(7, "nail"));
    }

    @Test
    void integersMayGrow() {
        assertThat(across(new Old("nail", 7), Old.class, Wider.class)).isEqualTo(new Wider("nail", 7));
        assertThat(across(new Old("nail", 7), Old.class, Boxed.class)).isEqualTo(new Boxed("nail", 7));
        assertThat(across(new Old("nail", 7), Old.class, Narrower.class)).isEqualTo(new Narrower("nail", (byte) 7));
        byte[] bytes = Values.encode(new Old("nail", 700), ValueType.of(Old.class));
        assertThatThrownBy(() -> Values.decode(bytes, ValueType.of(Narrower.class)))
                .hasMessage("$.count: expected a byte, given 700, which is out of its range");
    }

    @Test
    void nullWhereTheReaderHasAPrimitiveIsAnError() {
        byte[] bytes = Values.encode(new Boxed("nail", null), ValueType.of(Boxed.class));
        assertThatThrownBy(() -> Values.decode(bytes, ValueType.of(Old.class)))
                .hasMessage("$.count: expected an int, given null");
    }

    @Test
    void anotherKindOfValueIsAnError() {
        byte[] bytes = Values.encode(List.of(new Old("nail", 7)), ValueType.of(List.class, ValueType.of(Old.class)));
        assertThatThrownBy(() -> Values.decode(bytes, ValueType.of(List.class, ValueType.of(Retyped.class))))
                .isInstanceOf(ValueException.class)
                .hasMessage(
                        "$[0]: component count of io.eagleray.wire.VersionsTest$Retyped is a text here and an integer where it was "
                                + "written: run the same version of the class on both sides");
    }

    @Test
    void namesAreWrittenOnce() {
        ValueType type = ValueType.of(List.class, ValueType.of(Old.class));
        int one = Values.encode(List.of(new Old("a", 1)), type).length;
        int two = Values.encode(List.of(new Old("a", 1), new Old("b", 1)), type).length;
        assertThat(two - one).isEqualTo("\1\0\2b\2".length());
    }

    private static @Nullable Object across(Record value, Class<?> written, Class<?> read) {
        Object fromJson = Json.read(Json.write(value, ValueType.of(written)), ValueType.of(read));
        assertThat(Values.decode(Values.encode(value, ValueType.of(written)), ValueType.of(read)))
                .isEqualTo(fromJson);
        return fromJson;
    }
}
