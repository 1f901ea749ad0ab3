package io.eagleray.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.call.ValueType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    private static @Nullable Object both(Object value, ValueType type) {
        Object fromJson = Json.read(Json.write(value, type), type);
        Object fromBytes = Values.decode(Values.encode(value, type), type);
        assertThat(Objects.deepEquals(fromJson, fromBytes)).isTrue();
        return fromBytes;
    }
}
