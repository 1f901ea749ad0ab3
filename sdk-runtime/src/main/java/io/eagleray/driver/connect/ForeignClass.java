package io.eagleray.driver.connect;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The class file of somebody else, one of whose calls can go to a static method of ours instead. A library for class files
 * would do it too, but would be on the class path of every application.
 */
final class ForeignClass {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int COUNT = 8;
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final int INVOKE_VIRTUAL = 0xB6;
    private static final int INVOKE_STATIC = 0xB8;
    private static final int CALL = 3;

    private final byte[] file;
    private final ByteBuffer bytes;
    private final int[] constants;
    private final int end;

    /** Reads where its constants are. */
    private ForeignClass(byte[] file) {
        this.file = file;
        bytes = ByteBuffer.wrap(file);
        if (bytes.getInt(0) != MAGIC) {
            throw new IllegalArgumentException("no class file");
        }
        constants = new int[number(COUNT)];
        int at = COUNT + Short.BYTES;
        for (int i = 1; i < constants.length; i++) {
            constants[i] = at;
            int kind = bytes.get(at);
            at += 1 + size(kind, at);
            if (kind == LONG || kind == DOUBLE) {
                i++; // they have two numbers
            }
        }
        end = at;
    }

    private int size(int kind, int at) {
        return switch (kind) {
            case UTF8 -> Short.BYTES + number(at + 1);
            case CLASS, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, METHOD, 11, NAME_AND_TYPE, 17, 18 -> 4;
            case LONG, DOUBLE -> Long.BYTES;
            default -> throw new IllegalArgumentException("a constant of the unknown kind " + kind);
        };
    }

    /**
     * Redirects a call.
     *
     * @param file the class file
     * @param owner the class whose method is called, as class files name it: {@code java/lang/String}
     * @param method the method; it has no parameters
     * @param result the descriptor of what it returns
     * @param target the class whose static method of that name is called in its place, with the same result and one
     *     parameter, an {@link Object}: what the method would have been called on
     * @return the new class file; empty when that one cannot be read, or does not have the call exactly once
     */
    static Optional<byte[]> redirected(byte[] file, String owner, String method, String result, String target) {
        try {
            ForeignClass read = new ForeignClass(file);
            int[] calls = IntStream.range(1, read.constants.length)
                    .filter(i -> read.isMethod(read.constants[i], owner, method, "()" + result))
                    .flatMap(read::calls)
                    .toArray();
            return calls.length == 1
                    ? Optional.of(read.redirected(calls[0], method, result, target))
                    : Optional.empty();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isMethod(int at, String owner, String method, String descriptor) {
        if (bytes.get(at) != METHOD) {
            return false;
        }
        int nameAndType = referred(at + 3);
        return text(referred(referred(at + 1) + 1)).equals(owner)
                && text(referred(nameAndType + 1)).equals(method)
                && text(referred(nameAndType + 3)).equals(descriptor);
    }

    /** Wherever these three bytes are, which may be something else by chance: then there are more than one. */
    private IntStream calls(int method) {
        return IntStream.rangeClosed(end, file.length - CALL)
                .filter(at -> Byte.toUnsignedInt(file[at]) == INVOKE_VIRTUAL && number(at + 1) == method);
    }

    /** The constants of our method come after the others, whose numbers stay as they are. */
    private byte[] redirected(int call, String method, String result, String target) {
        int count = constants.length;
        ByteArrayOutputStream redirected = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(redirected)) {
            out.write(file, 0, COUNT);
            out.writeShort(count + 6);
            out.write(file, COUNT + Short.BYTES, end - COUNT - Short.BYTES);
            text(out, target);
            text(out, method);
            text(out, "(Ljava/lang/Object;)" + result);
            out.writeByte(CLASS);
            out.writeShort(count);
            pair(out, NAME_AND_TYPE, count + 1, count + 2);
            pair(out, METHOD, count + 3, count + 4);
            out.write(file, end, call - end);
            out.writeByte(INVOKE_STATIC);
            out.writeShort(count + 5);
            out.write(file, call + CALL, file.length - call - CALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return redirected.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeByte(UTF8);
        out.writeUTF(text);
    }

    private static void pair(DataOutputStream out, int kind, int first, int second) throws IOException {
        out.writeByte(kind);
        out.writeShort(first);
        out.writeShort(second);
    }

    private int referred(int at) {
        return constants[number(at)];
    }

    private String text(int at) {
        return new String(file, at + 3, number(at + 1), StandardCharsets.UTF_8);
    }

    private int number(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}
