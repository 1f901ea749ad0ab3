package io.eagleray.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what {@link ByteWriter} wrote, and believes nothing: no claim of the bytes makes it allocate more than they hold. */
final class ByteReader {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private Limits limits;
    private List<String> names = List.of();
    private List<Shape> shapes = List.of();
    private int position;
    private int end;
    private int depth;

    ByteReader(byte[] bytes, Limits limits) {
        if (bytes.length > limits.maxBytes()) {
            throw limits.tooLarge(bytes.length);
        }
        this.bytes = bytes;
        this.limits = limits;
        end = bytes.length;
    }

    /** Takes the bytes for a block, of which no piece has begun. */
    void beforePieces() {
        end = position;
    }

    /** Goes to the next piece of a block, wherever the one before was left; false when there is none. */
    boolean nextPiece() {
        position = end;
        end = bytes.length;
        if (position == end) {
            return false;
        }
        int length = fixed4();
        end = position;
        if (length < 0 || length > bytes.length - position) {
            throw truncated();
        }
        end += length;
        return true;
    }

    /** Begins a value among others. */
    void beginValue(Limits own) {
        limits = own;
        names = List.of();
        shapes = List.of();
        depth = 0;
    }

    /** Passes over bytes, if they are the next. */
    boolean skip(byte[] expected) {
        int behind = position + expected.length;
        if (behind > end || !Arrays.equals(bytes, position, behind, expected, 0, expected.length)) {
            return false;
        }
        position = behind;
        return true;
    }

    void enter() {
        if (++depth > limits.maxDepth()) {
            throw limits.tooDeep();
        }
    }

    void exit() {
        depth--;
    }

    int position() {
        return position;
    }

    int left() {
        return end - position;
    }

    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, position, end);
        position = end;
        return rest;
    }

    int raw() {
        if (position >= end) {
            throw truncated();
        }
        return bytes[position++] & 0xFF;
    }

    boolean bool() {
        int value = raw();
        if (value > 1) {
            throw damaged("a boolean is " + value);
        }
        return value == 1;
    }

    long integer() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    int intValue() {
        long value = integer();
        if (value != (int) value) {
            throw damaged("an int is " + value);
        }
        return (int) value;
    }

    long varint() {
        int at = position;
        if (at < end && bytes[at] >= 0) {
            position = at + 1;
            return bytes[at];
        }
        return longVarint();
    }

    private long longVarint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = raw();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw damaged("a number has no end");
    }

    int fixed4() {
        return (int) INT.get(bytes, skip(Integer.BYTES));
    }

    long fixed8() {
        return (long) LONG.get(bytes, skip(Long.BYTES));
    }

    /** Passes over bytes and gives the place of the first. */
    int skip(long count) {
        if (count < 0 || count > left()) {
            throw truncated();
        }
        int at = position;
        position += (int) count;
        return at;
    }

    /** A length whose elements take so many bytes each; that many bytes are there. */
    int length(int width) {
        long length = varint();
        if (length < 0 || length > left() / width) {
            throw truncated();
        }
        return (int) length;
    }

    /** A count as {@link ByteWriter#count} writes it; each element takes at least one byte, or one bit when some are null. */
    long count() {
        long coded = varint();
        long count = coded >>> 1;
        long most = (coded & 1) == 0 ? left() : left() * 8L;
        if (count > most) {
            throw truncated();
        }
        if (count > limits.maxCount()) {
            throw limits.tooMany(count);
        }
        return coded;
    }

    /** Passes over bits, one for each element, and gives the place of the first. */
    int bits(int count) {
        return skip((count + 7L) / 8);
    }

    boolean bit(int bits, int index) {
        return (bytes[bits + (index >> 3)] & (1 << (index & 7))) != 0;
    }

    String text() {
        long coded = varint();
        long length = coded >>> 1;
        if ((coded & 1) == 0) {
            return new String(bytes, skip(length), (int) length, StandardCharsets.ISO_8859_1);
        }
        if (length > left() / Character.BYTES) {
            throw truncated();
        }
        int at = skip(length * Character.BYTES);
        return new String((char[]) PrimitiveArrays.read(Kind.CHARACTERS, bytes, at, (int) length));
    }

    Object array(Kind kind, int width) {
        int length = length(width);
        return PrimitiveArrays.read(kind, bytes, skip((long) length * width), length);
    }

    String name() {
        long number = varint();
        if (number == 0) {
            String name = text();
            if (names.isEmpty()) {
                names = new ArrayList<>();
            }
            names.add(name);
            return name;
        }
        if (number < 0 || number > names.size()) {
            throw damaged("there is no name " + number);
        }
        return names.get((int) number - 1);
    }

    Shape shape() {
        long number = varint();
        if (number == 0) {
            int length = length(1);
            Shape shape = new Shape(bytes, skip(length), length, limits);
            if (shapes.isEmpty()) {
                shapes = new ArrayList<>();
            }
            shapes.add(shape);
            return shape;
        }
        if (number < 0 || number > shapes.size()) {
            throw damaged("there is no record layout " + number);
        }
        return shapes.get((int) number - 1);
    }

    void end() {
        if (left() > 0) {
            throw damaged(left() + " bytes are left over");
        }
    }

    Mismatch damaged(String what) {
        return new Mismatch(
                "the bytes are damaged or are no encoded value (" + what + ", before byte " + position + ")");
    }

    private Mismatch truncated() {
        return damaged("they end too early");
    }
}
