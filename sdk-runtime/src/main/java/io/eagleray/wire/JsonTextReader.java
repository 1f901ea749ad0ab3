package io.eagleray.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads a long text out of JSON without holding it: an object whose first member is the text, such as
 * {@code {"logs": "…"}}.
 */
public final class JsonTextReader extends Reader {
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private final Reader json;
    private boolean ended;

    /**
     * Reads up to the beginning of the text.
     *
     * @param json the JSON, buffered; is closed with this
     * @param name the member's name
     * @throws IOException when it cannot be read, or begins with something else
     */
    public JsonTextReader(Reader json, String name) throws IOException {
        super(json);
        this.json = json;
        expect("{\"" + name + "\":\"");
    }

    private void expect(String beginning) throws IOException {
        for (int i = 0; i < beginning.length(); i++) {
            int given = json.read();
            while (given == ' ' || given == '\n' || given == '\r' || given == '\t') {
                given = json.read();
            }
            if (given != beginning.charAt(i)) {
                throw new IOException("it does not begin with " + beginning);
            }
        }
    }

    @Override
    public int read(char[] chars, int from, int length) throws IOException {
        int count = 0;
        while (count < length && !ended) {
            int next = next();
            if (next == '"') {
                ended = true;
            } else {
                chars[from + count++] = next == '\\' ? escaped() : (char) next;
            }
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private int next() throws IOException {
        int next = json.read();
        if (next < 0) {
            throw new EOFException("it ends in the middle of a text");
        }
        return next;
    }

    private char escaped() throws IOException {
        int letter = next();
        return switch (letter) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            case '"', '\\', '/' -> (char) letter;
            default -> throw new IOException("it has a broken escape");
        };
    }

    private char unicode() throws IOException {
        int code = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            int digit = Character.digit(next(), HEX);
            if (digit < 0) {
                throw new IOException("it has a broken escape");
            }
            code = code * HEX + digit;
        }
        return (char) code;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
