package io.eagleray.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the bytes of one message. Large primitive arrays are kept by reference and copied once, when the message is
 * put together; what is small goes into chunks that are never moved again. Most messages are a few bytes, of one argument
 * or result: those need nothing but the first chunk.
 */
final class ByteWriter {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST_CHUNK = 128;
    private static final int LARGEST_CHUNK = 1 << 20;
    private static final int KEPT_BY_REFERENCE = 4096;
    private static final int LONGEST_VARINT = 10;
    private static final Piece NO_PIECE = new Piece();

    private Limits limits;
    private List<Object> parts = List.of();
    private Map<String, Integer> names = Map.of();
    private Map<RecordCodec, Integer> shapes = Map.of();
    private byte[] chunk = new byte[FIRST_CHUNK];
    private int from;
    private int position;
    private long gathered;
    private long begin;
    private int depth;
    private @Nullable RecordCodec lastShape;
    private int lastNumber;
    private Piece piece = NO_PIECE;

    ByteWriter(Limits limits) {
        this.limits = limits;
    }

    /** Begins a piece of a block, which is not within another one nor within a value. */
    void beginPiece() {
        need(Integer.BYTES);
        if (piece == NO_PIECE) {
            piece = new Piece();
        }
        piece.parts = parts.size();
        piece.gathered = gathered;
        piece.chunk = chunk;
        piece.from = from;
        piece.position = position;
        position += Integer.BYTES; // for its length
    }

    void endPiece() {
        long began = piece.gathered + piece.position - piece.from + Integer.BYTES;
        INT.set(piece.chunk, piece.position, Math.toIntExact(written() - began));
    }

    /** Forgets the piece that was begun. */
    void forgetPiece() {
        begin = Long.MAX_VALUE;
        if (parts.size() > piece.parts) {
            parts.subList(piece.parts, parts.size()).clear();
        }
        gathered = piece.gathered;
        chunk = piece.chunk;
        from = piece.from;
        position = piece.position;
        depth = 0;
    }

    /** Where a piece begins; one object for all of a block, as there are many. */
    private static final class Piece {
        int parts;
        long gathered;
        byte[] chunk = {};
        int from;
        int position;
    }

    /** Begins a value among others, which is read by itself: it has limits of its own, and refers to nothing before it. */
    void beginValue(Limits own) {
        limits = own;
        begin = written();
        names = Map.of();
        shapes = Map.of();
        lastShape = null;
    }

    /** Ends it; what follows is not a value's, and has no limit. */
    void endValue() {
        check();
        begin = Long.MAX_VALUE;
    }

    long written() {
        return gathered + position - from;
    }

    void enter() {
        if (++depth > limits.maxDepth()) {
            throw limits.tooDeep();
        }
    }

    void exit() {
        depth--;
    }

    void raw(int value) {
        need(1);
        chunk[position++] = (byte) value;
    }

    void bool(boolean value) {
        raw(value ? 1 : 0);
    }

    /** A number of either sign; small ones are short. */
    void integer(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    /** A number that is seldom negative; small ones are short. */
    void varint(long value) {
        need(LONGEST_VARINT);
        byte[] target = chunk;
        int at = position;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            target[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        target[at++] = (byte) rest;
        position = at;
    }

    void fixed4(int value) {
        need(Integer.BYTES);
        INT.set(chunk, position, value);
        position += Integer.BYTES;
    }

    void fixed8(long value) {
        need(Long.BYTES);
        LONG.set(chunk, position, value);
        position += Long.BYTES;
    }

    /** A count of elements, checked, and a bit that says whether some of them are null. */
    void count(int count, boolean nulls) {
        if (count > limits.maxCount()) {
            throw limits.tooMany(count);
        }
        varint(((long) count << 1) | (nulls ? 1 : 0));
    }

    /** One bit for each element: whether it is null. */
    void bits(@Nullable Object[] items) {
        for (int i = 0; i < items.length; i += Byte.SIZE) {
            int bits = 0;
            for (int j = i; j < Math.min(i + Byte.SIZE, items.length); j++) {
                bits |= items[j] == null ? 1 << (j - i) : 0;
            }
            raw(bits);
        }
    }

    /** One byte for each char, or two where one of them does not fit into one: no char is ever lost or replaced. */
    void text(String text) {
        int length = text.length();
        if (isWide(text)) {
            varint(((long) length << 1) | 1);
            char[] chars = text.toCharArray();
            append(chars, (long) length * Character.BYTES);
            return;
        }
        varint((long) length << 1);
        need(length);
        for (int i = 0; i < length; i++) {
            chunk[position + i] = (byte) text.charAt(i);
        }
        position += length;
    }

    private static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return true;
            }
        }
        return false;
    }

    /** A name that occurs often: written out the first time, its number afterwards. */
    void name(String name) {
        if (names.isEmpty()) {
            names = new HashMap<>();
        }
        Integer number = names.putIfAbsent(name, names.size() + 1);
        if (number == null) {
            varint(0);
            text(name);
        } else {
            varint(number);
        }
    }

    /** Names and layouts of a record's components: written out the first time, their number afterwards. */
    void shape(RecordCodec codec) {
        if (codec == lastShape) {
            varint(lastNumber);
            return;
        }
        if (shapes.isEmpty()) {
            shapes = new HashMap<>();
        }
        Integer number = shapes.putIfAbsent(codec, shapes.size() + 1);
        lastShape = codec;
        lastNumber = number == null ? shapes.size() : number;
        if (number == null) {
            varint(0);
            array(codec.definition(), codec.definition().length, 1);
        } else {
            varint(number);
        }
    }

    /** A primitive array that the caller does not change before {@link #toByteArray()}. */
    void array(Object array, int length, int width) {
        varint(length);
        append(array, (long) length * width);
    }

    void append(Object array, long bytes) {
        if (bytes < KEPT_BY_REFERENCE) {
            need((int) bytes);
            PrimitiveArrays.copy(array, chunk, position);
            position += (int) bytes;
            return;
        }
        flush();
        gather(array, bytes);
    }

    byte[] toByteArray() {
        check();
        if (parts.isEmpty()) {
            return Arrays.copyOf(chunk, position);
        }
        flush();
        if (gathered > Integer.MAX_VALUE - 8) {
            throw new Mismatch(
                    "takes " + gathered + " bytes; no single value can take more than 2 GiB: pass less at once");
        }
        byte[] bytes = new byte[(int) gathered];
        int at = 0;
        for (Object part : parts) {
            at = PrimitiveArrays.copy(part, bytes, at);
        }
        return bytes;
    }

    /** Makes room for bytes in one piece. */
    private void need(int bytes) {
        if (chunk.length - position < bytes) {
            flush();
            int doubled = Math.min(chunk.length * 2, LARGEST_CHUNK);
            chunk = new byte[Math.max(doubled, bytes)];
            from = 0;
            position = 0;
        }
    }

    private void flush() {
        if (position > from) {
            ByteBuffer part = ByteBuffer.wrap(chunk, from, position - from);
            from = position;
            gather(part, part.remaining());
        }
    }

    private void gather(Object part, long bytes) {
        gathered += bytes;
        check();
        if (parts.isEmpty()) {
            parts = new ArrayList<>();
        }
        parts.add(part);
    }

    private void check() {
        if (written() - begin > limits.maxBytes()) {
            throw limits.tooLarge(0);
        }
    }
}
