package io.eagleray.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Copies primitive arrays to bytes and back, in bulk and little-endian. */
final class PrimitiveArrays {
    private PrimitiveArrays() {}

    /** Copies an array, or a buffer's remaining bytes, and gives the place behind them. */
    static int copy(Object array, byte[] target, int at) {
        ByteBuffer out = ByteBuffer.wrap(target, at, target.length - at).slice().order(ByteOrder.LITTLE_ENDIAN);
        if (array instanceof ByteBuffer bytes) {
            int length = bytes.remaining();
            out.put(bytes);
            return at + length;
        }
        if (array instanceof byte[] bytes) {
            System.arraycopy(bytes, 0, target, at, bytes.length);
            return at + bytes.length;
        }
        return at + copyOthers(array, out);
    }

    private static int copyOthers(Object array, ByteBuffer out) {
        if (array instanceof int[] ints) {
            out.asIntBuffer().put(ints);
            return ints.length * Integer.BYTES;
        } else if (array instanceof long[] longs) {
            out.asLongBuffer().put(longs);
            return longs.length * Long.BYTES;
        } else if (array instanceof double[] doubles) {
            out.asDoubleBuffer().put(doubles);
            return doubles.length * Double.BYTES;
        } else if (array instanceof float[] floats) {
            out.asFloatBuffer().put(floats);
            return floats.length * Float.BYTES;
        } else if (array instanceof short[] shorts) {
            out.asShortBuffer().put(shorts);
            return shorts.length * Short.BYTES;
        } else if (array instanceof char[] chars) {
            out.asCharBuffer().put(chars);
            return chars.length * Character.BYTES;
        }
        boolean[] booleans = (boolean[]) array;
        for (boolean value : booleans) {
            out.put((byte) (value ? 1 : 0));
        }
        return booleans.length;
    }

    /** The array of a kind that lies in the bytes from here on. */
    static Object read(Kind kind, byte[] source, int at, int length) {
        ByteBuffer in = ByteBuffer.wrap(source, at, source.length - at).slice().order(ByteOrder.LITTLE_ENDIAN);
        switch (kind) {
            case INTS -> {
                int[] ints = new int[length];
                in.asIntBuffer().get(ints);
                return ints;
            }
            case LONGS -> {
                long[] longs = new long[length];
                in.asLongBuffer().get(longs);
                return longs;
            }
            case DOUBLES -> {
                double[] doubles = new double[length];
                in.asDoubleBuffer().get(doubles);
                return doubles;
            }
            case FLOATS -> {
                float[] floats = new float[length];
                in.asFloatBuffer().get(floats);
                return floats;
            }
            case SHORTS -> {
                short[] shorts = new short[length];
                in.asShortBuffer().get(shorts);
                return shorts;
            }
            case CHARACTERS -> {
                char[] chars = new char[length];
                in.asCharBuffer().get(chars);
                return chars;
            }
            case BOOLEANS -> {
                boolean[] booleans = new boolean[length];
                for (int i = 0; i < length; i++) {
                    booleans[i] = in.get(i) != 0;
                }
                return booleans;
            }
            default -> {
                byte[] bytes = new byte[length];
                in.get(bytes);
                return bytes;
            }
        }
    }
}
