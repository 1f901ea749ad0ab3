package io.eagleray.flyte.type;

import io.eagleray.call.ValueType;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;

/** Random values of a type, with a liking for those at the edges. Times have microseconds, as Python's have. */
final class Sample {
    private static final long[] EDGES = {
        0, 1, -1, (1L << 53) - 1, 1L << 53, (1L << 53) + 1, -(1L << 53) - 1, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final double[] FLOATING = {
        0.0, -0.0, 1, 0.1, -2.5e-300, 1e300, Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, 1e15
    };
    private static final String[] TEXTS = {"", "a", "é € \uD83D\uDE80", "\"\\\n\u0000", "null", "1", "x".repeat(300)};
    /** So many are told apart by a floating point number of seconds. */
    private static final long MICROS = 130L * 365 * 86_400 * 1_000_000;

    private final Random random;
    private int depth;

    Sample(long seed) {
        random = new Random(seed);
    }

    Object of(ValueType type) {
        Class<?> raw = type.raw();
        if (raw.isArray()) {
            Object array = Array.newInstance(raw.getComponentType(), size());
            for (int i = 0; i < Array.getLength(array); i++) {
                Array.set(array, i, of(type.arguments().get(0)));
            }
            return array;
        } else if (raw.isEnum()) {
            return any(raw.getEnumConstants());
        } else if (raw.isRecord()) {
            return record(type);
        } else if (raw.isSealed()) {
            return of(ValueType.of((Class<?>) any(raw.getPermittedSubclasses())));
        }
        return switch (raw.getSimpleName()) {
            case "List" -> many(type.arguments().get(0), size());
            case "Set" -> new HashSet<>(many(type.arguments().get(0), size()));
            case "Map" -> map(type);
            case "Optional" ->
                random.nextBoolean() && depth < 4
                        ? Optional.of(of(type.arguments().get(0)))
                        : Optional.empty();
            default -> scalar(raw);
        };
    }

    private Object scalar(Class<?> raw) {
        long micros = (long) (random.nextDouble() * 2 * MICROS) - MICROS;
        Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        LocalDateTime local = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        return switch (raw.getSimpleName()) {
            case "boolean", "Boolean" -> random.nextBoolean();
            case "byte" -> (byte) random.nextInt();
            case "int", "Integer" -> random.nextInt();
            case "long", "Long" -> random.nextBoolean() ? EDGES[random.nextInt(EDGES.length)] : random.nextLong();
            case "float" -> (float) random.nextGaussian();
            case "double", "Double" ->
                random.nextBoolean() ? FLOATING[random.nextInt(FLOATING.length)] : random.nextGaussian();
            case "char" -> (char) ('A' + random.nextInt(50));
            case "String" -> any(TEXTS);
            case "Instant" -> time;
            case "Duration" -> Duration.of(micros, ChronoUnit.MICROS);
            case "BigDecimal" -> BigDecimal.valueOf(random.nextLong(), random.nextInt(30));
            case "BigInteger" -> new BigInteger(200, random).negate();
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "URI" -> URI.create("https://example.com/" + random.nextInt());
            case "LocalDate" -> local.toLocalDate();
            case "LocalTime" -> local.toLocalTime();
            case "LocalDateTime" -> local;
            case "OffsetDateTime" -> OffsetDateTime.of(local, ZoneOffset.ofHours(random.nextInt(24) - 12));
            case "OptionalLong" -> random.nextBoolean() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty();
            case "OptionalDouble" -> random.nextBoolean() ? OptionalDouble.of(0.5) : OptionalDouble.empty();
            default -> throw new IllegalArgumentException(raw.getName());
        };
    }

    private int size() {
        return depth > 3 ? 0 : random.nextInt(4);
    }

    private List<Object> many(ValueType type, int size) {
        depth++;
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(of(type));
        }
        depth--;
        return values;
    }

    private Map<Object, Object> map(ValueType type) {
        Map<Object, Object> map = new LinkedHashMap<>();
        List<Object> keys = many(type.arguments().get(0), size());
        List<Object> values = many(type.arguments().get(1), keys.size());
        for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), values.get(i));
        }
        return map;
    }

    private Object record(ValueType type) {
        depth++;
        RecordComponent[] components = type.raw().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> of(resolved(component.getGenericType(), type)))
                .toArray();
        depth--;
        try {
            var constructor = type.raw()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ValueType resolved(Type type, ValueType of) {
        if (type instanceof TypeVariable<?> variable) {
            return of.arguments().get(List.of(of.raw().getTypeParameters()).indexOf(variable));
        } else if (type instanceof ParameterizedType parameterized) {
            return new ValueType(
                    (Class<?>) parameterized.getRawType(),
                    Arrays.stream(parameterized.getActualTypeArguments())
                            .map(argument -> resolved(argument, of))
                            .toList());
        }
        return ValueType.of((Class<?>) type);
    }

    private Object any(Object[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
