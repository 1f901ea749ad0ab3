package io.eagleray.client;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An exception, as it was thrown elsewhere.
 *
 * @param type the binary name of its class
 * @param message its message, if it has one
 * @param stackTrace its frames, innermost first
 * @param cause its cause, if it has one
 */
public record RemoteError(String type, Optional<String> message, List<Frame> stackTrace, Optional<RemoteError> cause) {

    /** Checks and copies. */
    public RemoteError {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(cause, "cause");
        stackTrace = List.copyOf(stackTrace);
    }

    /**
     * A frame of a stack trace.
     *
     * @param className the binary name of the class
     * @param method the method
     * @param file the source file, if known
     * @param line the line, from 1; negative where it is not known, -2 for a native method
     */
    public record Frame(String className, String method, Optional<String> file, int line) {

        /** Checks. */
        public Frame {
            Objects.requireNonNull(className, "className");
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(file, "file");
        }
    }

    /**
     * Type and message in one line, as {@link Throwable#toString()} gives them.
     *
     * @return the line
     */
    public String summary() {
        return message.map(text -> type + ": " + text).orElse(type);
    }

    /**
     * Type and message in one line; where the exception has no message of its own, its cause's too.
     *
     * @return the line
     */
    public String reason() {
        return message.isPresent() || cause.isEmpty()
                ? summary()
                : type + ", caused by " + cause.get().reason();
    }
}
