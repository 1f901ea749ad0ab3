package io.eagleray.wire;

import io.eagleray.call.ValueType;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongFunction;

/** The codecs of all classes that need no arguments. */
final class Scalars {
    private static final Map<Class<?>, Codec> ALL = all();

    private Scalars() {}

    static Map<Class<?>, Codec> codecs() {
        return ALL;
    }

    private static Map<Class<?>, Codec> all() {
        Map<Class<?>, Codec> all = new HashMap<>();
        numbers(all);
        texts(all);
        Times.addTo(all);
        PrimitiveArrayCodec.ARRAYS.forEach((array, kind) -> add(all, new PrimitiveArrayCodec(array, kind)));
        return Map.copyOf(all);
    }

    private static void add(Map<Class<?>, Codec> all, Codec codec) {
        all.put(codec.type().raw(), codec);
    }

    private static Codec codec(Map<Class<?>, Codec> all, Class<?> type) {
        return Objects.requireNonNull(all.get(type));
    }

    private static void numbers(Map<Class<?>, Codec> all) {
        integers(all, byte.class, Byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE, value -> (byte) value);
        integers(all, short.class, Short.class, Short.MIN_VALUE, Short.MAX_VALUE, value -> (short) value);
        integers(all, int.class, Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE, value -> (int) value);
        integers(all, long.class, Long.class, Long.MIN_VALUE, Long.MAX_VALUE, value -> value);
        for (Class<?> type : new Class<?>[] {float.class, Float.class, double.class, Double.class}) {
            add(all, new FloatingCodec(ValueType.of(type)));
        }
        for (Class<?> type : new Class<?>[] {boolean.class, Boolean.class}) {
            add(all, new BooleanCodec(ValueType.of(type)));
        }
        for (Class<?> type : new Class<?>[] {char.class, Character.class}) {
            add(all, new CharacterCodec(ValueType.of(type)));
        }
        for (Class<?> type : new Class<?>[] {void.class, Void.class}) {
            add(all, new VoidCodec(ValueType.of(type)));
        }
        add(all, new PrimitiveOptionalCodec(OptionalInt.class, codec(all, int.class)));
        add(all, new PrimitiveOptionalCodec(OptionalLong.class, codec(all, long.class)));
        add(all, new PrimitiveOptionalCodec(OptionalDouble.class, codec(all, double.class)));
        add(all, new BigIntegerCodec());
        add(all, new BigDecimalCodec());
    }

    private static void integers(
            Map<Class<?>, Codec> all,
            Class<?> primitive,
            Class<?> boxed,
            long least,
            long most,
            LongFunction<Object> box) {
        add(all, new IntegerCodec(ValueType.of(primitive), boxed, least, most, box));
        add(all, new IntegerCodec(ValueType.of(boxed), boxed, least, most, box));
    }

    private static void texts(Map<Class<?>, Codec> all) {
        add(
                all,
                new TextCodec<>(
                        String.class, Kind.TEXT, ByteWriter::text, ByteReader::text, text -> text, text -> text, ""));
        add(
                all,
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
                        "123e4567-e89b-12d3-a456-426614174000"));
        add(
                all,
                new TextCodec<>(
                        URI.class,
                        Kind.URI,
                        (out, uri) -> out.text(uri.toString()),
                        in -> URI.create(in.text()),
                        URI::toString,
                        URI::new,
                        "https://example.com/a"));
    }
}
