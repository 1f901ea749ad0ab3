package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.lang.reflect.Array;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Values of all types that may cross, nested at will. */
final class TypedValues {
    private static final int DEEPEST = 3;

    private TypedValues() {}

    static Arbitrary<TypedValue> all() {
        return kinds(0).flatMap(Choice::typed);
    }

    /** A type with values that have a sound equals: what may be in sets, records and maps. */
    private record Choice(ValueType type, Arbitrary<?> values) {
        Arbitrary<TypedValue> typed() {
            return type.raw().isPrimitive()
                    ? values.map(value -> new TypedValue(type, value))
                    : values.injectNull(0.1).map(value -> new TypedValue(type, value));
        }
    }

    private static Arbitrary<Choice> kinds(int depth) {
        Arbitrary<Choice> leaves = Arbitraries.of(leaves());
        if (depth == DEEPEST) {
            return leaves;
        }
        Arbitrary<Choice> inner = Arbitraries.lazy(() -> kinds(depth + 1));
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaves),
                Tuple.of(1, inner.map(TypedValues::list)),
                Tuple.of(1, inner.map(TypedValues::set)),
                Tuple.of(1, inner.map(TypedValues::optional)),
                Tuple.of(1, inner.map(TypedValues::array)),
                Tuple.of(1, Combinators.combine(inner, inner).as(TypedValues::map)),
                Tuple.of(1, Combinators.combine(inner, inner).as(TypedValues::pair)));
    }

    private static Choice list(Choice element) {
        Class<?> raw = element.type().raw() == String.class ? Collection.class : List.class;
        return new Choice(
                ValueType.of(raw, element.type()), nullable(element).list().ofMaxSize(5));
    }

    private static Choice set(Choice element) {
        Choice sound = sound(element);
        return new Choice(
                ValueType.of(Set.class, sound.type()),
                nullable(sound).list().ofMaxSize(5).map(LinkedHashSet::new));
    }

    private static Choice optional(Choice value) {
        return new Choice(
                ValueType.of(Optional.class, value.type()), value.values().optional());
    }

    private static Choice array(Choice element) {
        Object[] none = (Object[]) Array.newInstance(element.type().raw(), 0);
        return new Choice(
                ValueType.array(element.type()),
                nullable(element).list().ofMaxSize(5).map(list -> list.toArray(none)));
    }

    private static Choice map(Choice key, Choice value) {
        Choice sound = sound(key);
        Arbitrary<Map<Object, Object>> maps = Combinators.combine(
                        nullable(sound).list().ofMaxSize(5),
                        nullable(value).list().ofSize(5))
                .as((keys, values) -> {
                    Map<Object, Object> map = new LinkedHashMap<>();
                    for (int i = 0; i < keys.size(); i++) {
                        map.put(keys.get(i), values.get(i));
                    }
                    return map;
                });
        return new Choice(ValueType.of(Map.class, sound.type(), value.type()), maps);
    }

    private static Choice pair(Choice first, Choice second) {
        return new Choice(
                ValueType.of(Samples.Pair.class, first.type(), second.type()),
                Combinators.combine(nullable(first), nullable(second)).as(Samples.Pair::new));
    }

    private static Arbitrary<Object> nullable(Choice choice) {
        return choice.values().asGeneric().injectNull(0.1);
    }

    private static boolean hasArray(ValueType type) {
        return type.raw().isArray() || type.arguments().stream().anyMatch(TypedValues::hasArray);
    }

    private static Choice sound(Choice choice) {
        return hasArray(choice.type()) ? new Choice(ValueType.of(String.class), texts()) : choice;
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(20),
                Arbitraries.strings().all().ofMaxLength(10),
                Arbitraries.of("", "null", "\uD800", "a\uDC00\"\\\u0000", "\uD83D\uDE00", "ÿ", "Ā"));
    }

    private static Choice choice(Class<?> type, Arbitrary<?> values) {
        return new Choice(ValueType.of(type), values);
    }

    private static List<Choice> leaves() {
        return List.of(
                choice(Boolean.class, Arbitraries.of(true, false)),
                choice(Byte.class, Arbitraries.bytes()),
                choice(Short.class, Arbitraries.shorts()),
                choice(Integer.class, Arbitraries.integers()),
                choice(Long.class, Arbitraries.longs()),
                choice(Character.class, Arbitraries.chars()),
                choice(Float.class, floats()),
                choice(Double.class, doubles()),
                choice(String.class, texts()),
                choice(BigInteger.class, Arbitraries.bigIntegers()),
                choice(BigDecimal.class, decimals()),
                choice(
                        UUID.class,
                        Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                                .as(UUID::new)),
                choice(
                        URI.class,
                        Arbitraries.of("", "a%20b", "https://ä.example/?q=1#f", "urn:x:y")
                                .map(URI::create)),
                choice(Samples.Color.class, Arbitraries.of(Samples.Color.class)),
                choice(Samples.Shape.class, shapes()),
                choice(Samples.Empty.class, Arbitraries.just(new Samples.Empty())),
                choice(
                        Samples.Point.class,
                        Combinators.combine(Arbitraries.integers(), Arbitraries.integers())
                                .as(Samples.Point::new)),
                choice(
                        OptionalInt.class,
                        Arbitraries.integers()
                                .optional()
                                .map(value -> value.map(OptionalInt::of).orElse(OptionalInt.empty()))),
                choice(
                        OptionalLong.class,
                        Arbitraries.longs()
                                .optional()
                                .map(value -> value.map(OptionalLong::of).orElse(OptionalLong.empty()))),
                choice(
                        OptionalDouble.class,
                        doubles()
                                .optional()
                                .map(value -> value.map(OptionalDouble::of).orElse(OptionalDouble.empty()))),
                choice(byte[].class, Arbitraries.bytes().array(byte[].class).ofMaxSize(9)),
                choice(
                        boolean[].class,
                        Arbitraries.of(true, false).array(boolean[].class).ofMaxSize(9)),
                choice(short[].class, Arbitraries.shorts().array(short[].class).ofMaxSize(9)),
                choice(char[].class, Arbitraries.chars().array(char[].class).ofMaxSize(9)),
                choice(int[].class, Arbitraries.integers().array(int[].class).ofMaxSize(40)),
                choice(long[].class, Arbitraries.longs().array(long[].class).ofMaxSize(9)),
                choice(float[].class, floats().array(float[].class).ofMaxSize(9)),
                choice(double[].class, doubles().array(double[].class).ofMaxSize(9)),
                choice(Instant.class, instants()),
                choice(
                        Duration.class,
                        Combinators.combine(
                                        Arbitraries.longs(),
                                        Arbitraries.integers().between(0, 999_999_999))
                                .as(Duration::ofSeconds)),
                choice(Period.class, Combinators.combine(ints(), ints(), ints()).as(Period::of)),
                choice(LocalDate.class, dates()),
                choice(LocalTime.class, times()),
                choice(LocalDateTime.class, dateTimes()),
                choice(
                        OffsetDateTime.class,
                        Combinators.combine(dateTimes(), offsets()).as(OffsetDateTime::of)),
                choice(OffsetTime.class, Combinators.combine(times(), offsets()).as(OffsetTime::of)),
                choice(
                        ZonedDateTime.class,
                        Combinators.combine(instants().filter(TypedValues::near), zones())
                                .as(ZonedDateTime::ofInstant)),
                choice(Year.class, years().map(Year::of)),
                choice(
                        YearMonth.class,
                        Combinators.combine(years(), Arbitraries.integers().between(1, 12))
                                .as(YearMonth::of)),
                choice(MonthDay.class, Arbitraries.of(MonthDay.of(2, 29), MonthDay.of(12, 31), MonthDay.of(1, 1))),
                choice(ZoneId.class, zones()),
                choice(ZoneOffset.class, offsets()));
    }

    private static Arbitrary<Integer> ints() {
        return Arbitraries.integers();
    }

    private static Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.longs()
                        .map(Double::longBitsToDouble)
                        .map(value -> Double.isNaN(value) ? Double.NaN : value),
                Arbitraries.of(
                        Double.NaN, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 2e-3));
    }

    private static Arbitrary<Float> floats() {
        return Arbitraries.oneOf(
                Arbitraries.floats(),
                Arbitraries.integers().map(Float::intBitsToFloat).map(value -> Float.isNaN(value) ? Float.NaN : value),
                Arbitraries.of(Float.NaN, -0.0f, Float.POSITIVE_INFINITY, Float.MIN_VALUE));
    }

    private static Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                        Arbitraries.bigIntegers(), Arbitraries.integers().between(-400, 400))
                .as(BigDecimal::new);
    }

    private static Arbitrary<Samples.Shape> shapes() {
        return Arbitraries.oneOf(
                doubles().map(Samples.Circle::new),
                doubles().map(Samples.Square::new),
                Arbitraries.of(Samples.Unit.class));
    }

    private static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    /** A local date of the last years might not exist. */
    private static boolean near(Instant instant) {
        return instant.isAfter(Instant.MIN.plus(Duration.ofDays(2)))
                && instant.isBefore(Instant.MAX.minus(Duration.ofDays(2)));
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(LocalDate.MIN.toEpochDay(), LocalDate.MAX.toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<LocalTime> times() {
        return Arbitraries.longs().between(0, LocalTime.MAX.toNanoOfDay()).map(LocalTime::ofNanoOfDay);
    }

    private static Arbitrary<LocalDateTime> dateTimes() {
        return Combinators.combine(dates(), times()).as(LocalDateTime::of);
    }

    private static Arbitrary<ZoneOffset> offsets() {
        return Arbitraries.integers().between(-18 * 3600, 18 * 3600).map(ZoneOffset::ofTotalSeconds);
    }

    private static Arbitrary<ZoneId> zones() {
        return Arbitraries.oneOf(
                Arbitraries.of("Europe/Berlin", "America/Sao_Paulo", "UTC", "GMT+2", "Etc/GMT+5", "Z")
                        .map(ZoneId::of),
                offsets());
    }

    private static Arbitrary<Integer> years() {
        return Arbitraries.integers().between(Year.MIN_VALUE, Year.MAX_VALUE);
    }
}
