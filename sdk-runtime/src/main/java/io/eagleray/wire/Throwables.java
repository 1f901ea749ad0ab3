package io.eagleray.wire;

import org.jspecify.annotations.Nullable;

/** What is asked of exceptions that others wrote, and that may throw when they are asked. */
final class Throwables {
    private Throwables() {}

    /** Type and message in one line. */
    static String describe(Throwable thrown) {
        String message = message(thrown);
        String type = thrown.getClass().getName();
        return message == null ? type : type + ": " + message;
    }

    static @Nullable String message(Throwable thrown) {
        try {
            return thrown.getMessage();
        } catch (Throwable second) {
            return "(its getMessage() threw " + second.getClass().getName() + ")";
        }
    }

    static @Nullable Throwable cause(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (Throwable second) {
            return second;
        }
    }

    static StackTraceElement[] stackTrace(Throwable thrown) {
        try {
            return thrown.getStackTrace();
        } catch (Throwable second) {
            return new StackTraceElement[0];
        }
    }
}
