package io.eagleray.backend.ray;

import java.util.function.Consumer;

/**
 * What a job has written, from its beginning, in pieces that may come twice: cut into lines. How much has been taken is
 * counted in characters, for the head itself decodes the file, and both of its ways to read it give the same text.
 */
final class LogText {
    /** A longer line is passed on in pieces. */
    static final int LONGEST_LINE = 1 << 20;

    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();
    private long taken;

    LogText(Consumer<String> lines) {
        this.lines = lines;
    }

    /** How many characters have been taken. */
    long taken() {
        return taken;
    }

    /**
     * Takes what is new in a piece.
     *
     * @param offset where the piece begins in the whole text
     * @return whether anything was new
     */
    boolean take(long offset, CharSequence piece) {
        int known = (int) Math.max(0, Math.min(piece.length(), taken - offset));
        for (int i = known; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (c == '\n') {
                pass();
            } else {
                line.append(c);
                if (line.length() >= LONGEST_LINE && !Character.isHighSurrogate(c)) {
                    pass();
                }
            }
        }
        taken += piece.length() - known;
        return known < piece.length();
    }

    private void pass() {
        String text = line.toString();
        line.setLength(0);
        lines.accept(text);
    }

    /** Passes on what stands after the last line break. */
    void end() {
        if (!line.isEmpty()) {
            pass();
        }
    }
}
