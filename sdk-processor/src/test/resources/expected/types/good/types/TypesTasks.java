package good.types;

import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import io.eagleray.call.TaskCall;
import io.eagleray.call.TaskHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import javax.annotation.processing.Generated;

@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
final class TypesTasks {
    static final TaskHandle<Integer> failing = TaskHandle.of(Types_Catalog.INSTANCE.failing);

    static final TaskHandle<Void> nothing = TaskHandle.of(Types_Catalog.INSTANCE.nothing);

    static final TaskHandle<Types.Nested> records = TaskHandle.of(Types_Catalog.INSTANCE.records);

    static final TaskHandle<Types.Result<List<Integer>>> sealed = TaskHandle.of(Types_Catalog.INSTANCE.sealed);

    private TypesTasks() {
    }

    static TaskCall<Integer> failing(int failing) {
        return TaskCall.of(TypesTasks.failing, new Object[] {failing});
    }

    static TaskCall<Void> nothing() {
        return TaskCall.of(nothing, new Object[] {});
    }

    static TaskCall<Types.Nested> records(Types.Tree tree,
            Types.Pair<Types.Pair<Integer, Integer>, Types.Color[]> pair) {
        return TaskCall.of(records, new Object[] {tree, pair});
    }

    static TaskCall<Types.Result<List<Integer>>> sealed(Types.Shape shape,
            Types.Result<String> result) {
        return TaskCall.of(sealed, new Object[] {shape, result});
    }

    static RemoteCall<byte[]> arrays(boolean[] a, byte[] b, int[][] c, String[] d,
            Types.Pair<String, Integer>[] e, List<int[]> f) {
        return RemoteCall.of(Types_Catalog.INSTANCE.arrays, new Object[] {a, b, c, d, e, f});
    }

    static RemoteCall<byte[]> arraysRef(Ref<boolean[]> a, Ref<byte[]> b, Ref<int[][]> c,
            Ref<String[]> d, Ref<Types.Pair<String, Integer>[]> e, Ref<List<int[]>> f) {
        return RemoteCall.of(Types_Catalog.INSTANCE.arrays, new Object[] {a, b, c, d, e, f});
    }

    static RemoteCall<Integer> boxes(Boolean a, Byte b, Short c, Integer d, Long e, Character f,
            Float g, Double h) {
        return RemoteCall.of(Types_Catalog.INSTANCE.boxes, new Object[] {a, b, c, d, e, f, g, h});
    }

    static RemoteCall<Integer> boxesRef(Ref<Boolean> a, Ref<Byte> b, Ref<Short> c, Ref<Integer> d,
            Ref<Long> e, Ref<Character> f, Ref<Float> g, Ref<Double> h) {
        return RemoteCall.of(Types_Catalog.INSTANCE.boxes, new Object[] {a, b, c, d, e, f, g, h});
    }

    static RemoteCall<Optional<List<String>>> collections(List<Set<Integer>> a,
            Collection<Optional<String>> b, Map<String, Map<UUID, List<Types.Tree>>> c,
            Map<Types.Color, Integer> d, Map<LocalDate, Double> e, OptionalInt f, OptionalLong g,
            OptionalDouble h) {
        return RemoteCall.of(Types_Catalog.INSTANCE.collections, new Object[] {a, b, c, d, e, f, g, h});
    }

    static RemoteCall<Optional<List<String>>> collectionsRef(Ref<List<Set<Integer>>> a,
            Ref<Collection<Optional<String>>> b, Ref<Map<String, Map<UUID, List<Types.Tree>>>> c,
            Ref<Map<Types.Color, Integer>> d, Ref<Map<LocalDate, Double>> e, Ref<OptionalInt> f,
            Ref<OptionalLong> g, Ref<OptionalDouble> h) {
        return RemoteCall.of(Types_Catalog.INSTANCE.collections, new Object[] {a, b, c, d, e, f, g, h});
    }

    static RemoteCall<Void> primitives(boolean a, byte b, short c, int d, long e, char f, float g,
            double h) {
        return RemoteCall.of(Types_Catalog.INSTANCE.primitives, new Object[] {a, b, c, d, e, f, g, h});
    }

    static RemoteCall<Void> primitivesRef(Ref<Boolean> a, Ref<Byte> b, Ref<Short> c, Ref<Integer> d,
            Ref<Long> e, Ref<Character> f, Ref<Float> g, Ref<Double> h) {
        return RemoteCall.of(Types_Catalog.INSTANCE.primitives, new Object[] {a, b, c, d, e, f, g, h});
    }

    static RemoteCall<Instant> times(Duration a, Instant b, LocalDate c, LocalDateTime d,
            LocalTime e, MonthDay f, OffsetDateTime g, OffsetTime h, Period i, Year j, YearMonth k,
            ZoneId l, ZoneOffset m, ZonedDateTime n) {
        return RemoteCall.of(Types_Catalog.INSTANCE.times, new Object[] {a, b, c, d, e, f, g, h, i, j, k, l, m, n});
    }

    static RemoteCall<Instant> timesRef(Ref<Duration> a, Ref<Instant> b, Ref<LocalDate> c,
            Ref<LocalDateTime> d, Ref<LocalTime> e, Ref<MonthDay> f, Ref<OffsetDateTime> g,
            Ref<OffsetTime> h, Ref<Period> i, Ref<Year> j, Ref<YearMonth> k, Ref<ZoneId> l,
            Ref<ZoneOffset> m, Ref<ZonedDateTime> n) {
        return RemoteCall.of(Types_Catalog.INSTANCE.times, new Object[] {a, b, c, d, e, f, g, h, i, j, k, l, m, n});
    }

    static RemoteCall<String> values(String a, BigDecimal b, BigInteger c, UUID d, URI e) {
        return RemoteCall.of(Types_Catalog.INSTANCE.values, new Object[] {a, b, c, d, e});
    }

    static RemoteCall<String> valuesRef(Ref<String> a, Ref<BigDecimal> b, Ref<BigInteger> c,
            Ref<UUID> d, Ref<URI> e) {
        return RemoteCall.of(Types_Catalog.INSTANCE.values, new Object[] {a, b, c, d, e});
    }
}
