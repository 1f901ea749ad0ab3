package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.call.ValueType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ValuesTest {

    @Test
    void recordsComeBackEqual() {
        Samples.Order order = new Samples.Order(
                "7",
                List.of(
                        new Samples.Item("nail", new BigDecimal("0.10"), 100),
                        new Samples.Item("ä€\uD83D\uDE00", BigDecimal.ONE, null)),
                Map.of("a", 1),
                Optional.of("soon"));
        assertThat(both(order, ValueType.of(Samples.Order.class))).isEqualTo(order);
    }

    @Test
    void genericRecordsKnowTheirArguments() {
        Samples.Pair<List<Integer>, Samples.Pair<String, Integer>> pair =
                new Samples.Pair<>(Arrays.asList(1, null), new Samples.Pair<>("a", null));
        assertThat(both(pair, new TypeOf<Samples.Pair<List<Integer>, Samples.Pair<String, Integer>>>() {}.type()))
                .isEqualTo(pair);
    }

    @Test
    void recordsMayContainThemselves() {
        Samples.Tree tree =
                new Samples.Tree("a", List.of(new Samples.Tree("b", List.of()), new Samples.Tree("c", List.of())));
        assertThat(both(tree, ValueType.of(Samples.Tree.class))).isEqualTo(tree);
    }

    @Test
    void sealedTypesComeBackAsTheirLeaves() {
        List<Samples.Shape> shapes = List.of(new Samples.Circle(1.5), new Samples.Square(-0.0), Samples.Unit.NOTHING);
        assertThat(both(shapes, new TypeOf<List<Samples.Shape>>() {}.type())).isEqualTo(shapes);
    }

    @Test
    void genericSealedTypesBindTheirLeaves() {
        Samples.Expression<Integer> expression = new Samples.If<>(
                new Samples.Not(new Samples.Literal<>(true)), new Samples.Literal<>(1), new Samples.Literal<>(2));
        assertThat(both(expression, new TypeOf<Samples.Expression<Integer>>() {}.type()))
                .isEqualTo(expression);
    }

    @Test
    void collectionsKeepOrderAndNull() {
        Map<@Nullable String, @Nullable Integer> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put(null, 2);
        map.put("a", null);
        ValueType type = new TypeOf<Map<String, Integer>>() {}.type();
        Object back = Values.decode(Values.encode(map, type), type);
        assertThat(back).isEqualTo(map).hasToString("{z=1, null=2, a=null}");
        assertThat(Json.read(Json.write(map, type), type)).isEqualTo(map);
    }

    @Test
    void setsComeBack() {
        Set<Samples.Color> colors = Set.of(Samples.Color.GREEN, Samples.Color.RED);
        assertThat(both(colors, new TypeOf<Set<Samples.Color>>() {}.type())).isEqualTo(colors);
    }

    @Test
    void primitiveArraysComeBack() {
        assertThat((int[]) both(new int[] {1, -2, 3}, ValueType.of(int[].class)))
                .containsExactly(1, -2, 3);
        assertThat((byte[]) both(new byte[] {1, -2, 3}, ValueType.of(byte[].class)))
                .containsExactly(1, -2, 3);
        assertThat((double[]) both(new double[] {1, -0.0, Double.NaN}, ValueType.of(double[].class)))
                .containsExactly(1, -0.0, Double.NaN);
        assertThat((int[][]) both(new int[][] {{1}, {}, {2, 3}}, ValueType.of(int[][].class)))
                .isDeepEqualTo(new int[][] {{1}, {}, {2, 3}});
    }

    /** Processes of two releases may meet: a change here needs a new version of the form. */
    @Test
    void theFormStaysAsItIs() {
        Map<String, int[]> map = new TreeMap<>(Map.of("ü", new int[] {1, -1}, "€", new int[0]));
        List<Samples.Shape> shapes =
                Arrays.asList(new Samples.Circle(1), null, Samples.Unit.NOTHING, new Samples.Circle(2));
        ValueType type = new TypeOf<Samples.Pair<List<Samples.Shape>, Map<String, int[]>>>() {}.type();
        assertThat(HexFormat.of().formatHex(Values.encode(new Samples.Pair<>(shapes, map), type)))
                .isEqualTo(
                        "0125000013020a666972737422260c7365636f6e6423061e000902000c436972636c65250009010c7261646975730500"
                                + "000000000000f03f0008556e697419000e4e4f5448494e470125020000000000000000400802fc0201000000ffffffff"
                                + "03ac2000");
    }

    @Test
    void typesAreCompiledByAnyNumberOfThreads() {
        record Fresh(int x, Optional<Fresh> next) {}

        Fresh fresh = new Fresh(1, Optional.of(new Fresh(2, Optional.empty())));
        ValueType type = ValueType.of(Fresh.class);
        List<byte[]> encoded = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> Values.encode(fresh, type))
                .toList();
        assertThat(encoded)
                .allSatisfy(bytes -> assertThat(Values.decode(bytes, type)).isEqualTo(fresh));
    }

    @Test
    void canonicalConstructorsMayTakeAnyNumberOfValues() {
        Samples.Names names = new Samples.Names("a", "b");
        assertThat(both(names, ValueType.of(Samples.Names.class))).isEqualTo(names);
    }

    private static @Nullable Object both(Object value, ValueType type) {
        Object fromJson = Json.read(Json.write(value, type), type);
        Object fromBytes = Values.decode(Values.encode(value, type), type);
        assertThat(new TypedValue(type, fromJson).isSame(fromBytes)).isTrue();
        return fromBytes;
    }
}
