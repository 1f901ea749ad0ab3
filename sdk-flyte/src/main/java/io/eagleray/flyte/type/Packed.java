package io.eagleray.flyte.type;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;

/**
 * Trees of null, Boolean, Long, BigInteger, Double, String, byte[], List and Map as MessagePack, which is what flytekit
 * makes of data classes. It keeps what a protobuf Struct loses: whole numbers beyond 2^53, NaN and bytes.
 */
final class Packed {
    private static final String BROKEN = "it is no MessagePack, or was cut off";

    private Packed() {}

    static byte[] write(@Nullable Object tree) {
        try (MessageBufferPacker out = MessagePack.newDefaultBufferPacker()) {
            write(out, tree);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("it writes to memory", e);
        }
    }

    private static void write(MessagePacker out, @Nullable Object tree) throws IOException {
        if (tree == null) {
            out.packNil();
        } else if (tree instanceof Boolean bool) {
            out.packBoolean(bool);
        } else if (tree instanceof Long number) {
            out.packLong(number);
        } else if (tree instanceof Double number) {
            out.packDouble(number);
        } else if (tree instanceof String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.packRawStringHeader(utf8.length).writePayload(utf8);
        } else if (tree instanceof byte[] bytes) {
            out.packBinaryHeader(bytes.length).writePayload(bytes);
        } else if (tree instanceof List<?> list) {
            out.packArrayHeader(list.size());
            for (Object element : list) {
                write(out, element);
            }
        } else if (tree instanceof Map<?, ?> map) {
            out.packMapHeader(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                write(out, entry.getKey());
                write(out, entry.getValue());
            }
        } else {
            throw new IllegalArgumentException(tree.getClass().getName());
        }
    }

    /**
     * Reads a tree. Nothing is made for what the bytes only claim to hold.
     *
     * @throws Unfit when the bytes are broken
     */
    static @Nullable Object read(byte[] bytes) {
        try (MessageUnpacker in = MessagePack.newDefaultUnpacker(bytes)) {
            Object tree = read(in, bytes.length);
            if (in.getTotalReadBytes() != bytes.length) {
                throw new Unfit("there are bytes behind its end: " + BROKEN);
            }
            return tree;
        } catch (IOException | MessagePackException e) {
            throw new Unfit(BROKEN + " (" + e + ")");
        }
    }

    private static @Nullable Object read(MessageUnpacker in, int length) throws IOException {
        return switch (in.getNextFormat().getValueType()) {
            case NIL -> {
                in.unpackNil();
                yield null;
            }
            case BOOLEAN -> in.unpackBoolean();
            case INTEGER -> number(in.unpackBigInteger());
            case FLOAT -> in.unpackDouble();
            case STRING -> new String(payload(in, in.unpackRawStringHeader(), length), StandardCharsets.UTF_8);
            case BINARY -> payload(in, in.unpackBinaryHeader(), length);
            case ARRAY -> list(in, length);
            case MAP -> map(in, length);
            case EXTENSION -> throw new Unfit("it has an extension of MessagePack, which flytekit does not use");
        };
    }

    private static Number number(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private static byte[] payload(MessageUnpacker in, int size, int length) throws IOException {
        check(in, size, length);
        return in.readPayload(size);
    }

    private static List<@Nullable Object> list(MessageUnpacker in, int length) throws IOException {
        int size = in.unpackArrayHeader();
        check(in, size, length);
        List<@Nullable Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(read(in, length));
        }
        return list;
    }

    private static Map<@Nullable Object, @Nullable Object> map(MessageUnpacker in, int length) throws IOException {
        int size = in.unpackMapHeader();
        check(in, size, length);
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(read(in, length), read(in, length));
        }
        return map;
    }

    private static void check(MessageUnpacker in, int size, int length) {
        if (size < 0 || size > length - in.getTotalReadBytes()) {
            throw new Unfit(BROKEN);
        }
    }
}
