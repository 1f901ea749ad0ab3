package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/**
 * The codecs of all classes that need no arguments. Each is made when it is first asked for: a JVM that starts needs few of
 * them, and all together take it longer than to read what it starts for.
 */
final class Scalars {
    private static final Set<Class<?>> OTHERS = Set.of(
            byte.class,
            Byte.class,
            short.class,
            Short.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            float.class,
            Float.class,
            double.class,
            Double.class,
            boolean.class,
            Boolean.class,
            char.class,
            Character.class,
            void.class,
            Void.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class,
            BigInteger.class,
            BigDecimal.class,
            String.class,
            UUID.class,
            URI.class);

    private static final Set<Class<?>> TYPES = types();
    private static final Map<Class<?>, Codec> MADE = new ConcurrentHashMap<>();

    private Scalars() {}

    private static Set<Class<?>> types() {
        Set<Class<?>> types = new HashSet<>(OTHERS);
        types.addAll(Times.TYPES);
        types.addAll(PrimitiveArrayCodec.ARRAYS.keySet());
        return types;
    }

    /** All of them. */
    static Collection<Codec> codecs() {
        return TYPES.stream().map(type -> codec(type).orElseThrow()).toList();
    }

    /** That of a class, if it is one of these. */
    static Optional<Codec> codec(Class<?> type) {
        Codec codec = MADE.get(type);
        if (codec == null && TYPES.contains(type)) {
            Codec made = make(type);
            Codec before = MADE.putIfAbsent(type, made);
            codec = before == null ? made : before;
        }
        return Optional.ofNullable(codec);
    }

    private static Codec make(Class<?> type) {
        Kind array = PrimitiveArrayCodec.ARRAYS.get(type);
        if (array != null) {
            return new PrimitiveArrayCodec(type, array);
        }
        return switch (type.getName()) {
            case "byte", "java.lang.Byte" ->
                integer(type, Byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE, value -> (byte) value);
            case "short", "java.lang.Short" ->
                integer(type, Short.class, Short.MIN_VALUE, Short.MAX_VALUE, value -> (short) value);
            case "int", "java.lang.Integer" ->
                integer(type, Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE, value -> (int) value);
            case "long", "java.lang.Long" -> integer(type, Long.class, Long.MIN_VALUE, Long.MAX_VALUE, value -> value);
            case "float", "java.lang.Float", "double", "java.lang.Double" -> new FloatingCodec(ValueType.of(type));
            case "boolean", "java.lang.Boolean" -> new BooleanCodec(ValueType.of(type));
            case "char", "java.lang.Character" -> new CharacterCodec(ValueType.of(type));
            case "void", "java.lang.Void" -> new VoidCodec(ValueType.of(type));
            case "java.util.OptionalInt" -> new PrimitiveOptionalCodec(type, Codecs.scalar(int.class));
            case "java.util.OptionalLong" -> new PrimitiveOptionalCodec(type, Codecs.scalar(long.class));
            case "java.util.OptionalDouble" -> new PrimitiveOptionalCodec(type, Codecs.scalar(double.class));
            case "java.math.BigInteger" -> new BigIntegerCodec();
            case "java.math.BigDecimal" -> new BigDecimalCodec();
            case "java.lang.String" ->
                new TextCodec<>(
                        String.class, Kind.TEXT, ByteWriter::text, ByteReader::text, text -> text, text -> text, "");
            case "java.util.UUID" ->
                new TextCodec<>(
                        UUID.class,
                        Kind.UUID,
                        (out, uuid) -> {
                            out.fixed8(uuid.getMostSignificantBits());
                            out.fixed8(uuid.getLeastSignificantBits());
                        },
                        in -> new UUID(in.fixed8(), in.fixed8()),
                        UUID::toString,
                        UUID::fromString,
                        "123e4567-e89b-12d3-a456-426614174000");
            case "java.net.URI" ->
                new TextCodec<>(
                        URI.class,
                        Kind.URI,
                        (out, uri) -> out.text(uri.toString()),
                        in -> URI.create(in.text()),
                        URI::toString,
                        URI::new,
                        "https://example.com/a");
            default -> Times.make(type);
        };
    }

    private static Codec integer(Class<?> type, Class<?> boxed, long least, long most, LongFunction<Object> box) {
        return new IntegerCodec(ValueType.of(type), boxed, least, most, box);
    }
}
