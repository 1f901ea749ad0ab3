package io.eagleray.wire;

import io.eagleray.client.EaglerayException;
import io.eagleray.client.RemoteError;
import io.eagleray.client.TaskFailedException;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an exception anew from its description, as far as its class allows. */
final class Rebuilder {
    private static final int MOST_CAUSES = 64;
    private static final String FAILED = " failed: ";

    private final ClassLoader loader;

    Rebuilder(ClassLoader loader) {
        this.loader = loader;
    }

    /** The exception, or null where it cannot be rebuilt. */
    @Nullable
    Throwable rebuild(RemoteError error) {
        return rebuild(error, cause(error, 0));
    }

    /** Shows an exception whose class is not here: its type and message in the text, its stack trace as its own. */
    Throwable standIn(RemoteError error) {
        return standIn(error, cause(error, 0));
    }

    /** The cause is made once for each level, whatever becomes of the exception above it. */
    private @Nullable Throwable cause(RemoteError error, int depth) {
        RemoteError next = error.cause().orElse(null);
        if (next == null || depth == MOST_CAUSES) {
            return null;
        }
        Throwable cause = cause(next, depth + 1);
        Throwable thrown = rebuild(next, cause);
        return thrown == null ? standIn(next, cause) : thrown;
    }

    private @Nullable Throwable rebuild(RemoteError error, @Nullable Throwable cause) {
        try {
            Throwable thrown = error.type().equals(TaskFailedException.class.getName())
                    ? taskFailed(error, cause)
                    : construct(Class.forName(error.type(), false, loader), error, cause);
            if (thrown != null) {
                thrown.setStackTrace(frames(error));
            }
            return thrown;
        } catch (Throwable other) {
            return null; // whatever the class does: the description is there in any case
        }
    }

    private static Throwable standIn(RemoteError error, @Nullable Throwable cause) {
        EaglerayException standIn = new EaglerayException(error.summary(), cause);
        standIn.setStackTrace(frames(error));
        return standIn;
    }

    private static @Nullable Throwable taskFailed(RemoteError error, @Nullable Throwable cause) {
        Optional<RemoteError> nested = error.cause();
        if (nested.isEmpty() || error.message().isEmpty()) {
            return null;
        }
        String message = error.message().get();
        String end = FAILED + nested.get().reason();
        return message.endsWith(end)
                ? new TaskFailedException(message.substring(0, message.length() - end.length()), nested.get(), cause)
                : null;
    }

    private static @Nullable Throwable construct(Class<?> type, RemoteError error, @Nullable Throwable cause) {
        if (!Throwable.class.isAssignableFrom(type)) {
            return null;
        }
        String message = error.message().orElse(null);
        Throwable best = null;
        for (Constructor<?> constructor : byRank(type.getDeclaredConstructors(), cause != null)) {
            Throwable thrown = make(constructor, message, cause);
            if (thrown == null || !Objects.equals(thrown.getMessage(), message)) {
                continue;
            }
            if (hasCause(thrown, cause)) {
                return thrown;
            }
            best = best == null ? thrown : best;
        }
        return best;
    }

    /** Those that may do, the best first: with a cause where there is one, else without. */
    private static List<Constructor<?>> byRank(Constructor<?>[] constructors, boolean withCause) {
        Comparator<Constructor<?>> takesCause = Comparator.comparing(Rebuilder::takesCause);
        Comparator<Constructor<?>> takesMost = Comparator.comparing(Constructor::getParameterCount);
        return Arrays.stream(constructors)
                .filter(Rebuilder::mayDo)
                .sorted((withCause ? takesCause.reversed() : takesCause).thenComparing(takesMost.reversed()))
                .toList();
    }

    /** Takes a message, a cause, both, or nothing. */
    private static boolean mayDo(Constructor<?> constructor) {
        long messages = Arrays.stream(constructor.getParameterTypes())
                .filter(Rebuilder::isMessage)
                .count();
        long causes = Arrays.stream(constructor.getParameterTypes())
                .filter(Rebuilder::isCause)
                .count();
        return messages <= 1 && causes <= 1 && messages + causes == constructor.getParameterCount();
    }

    private static boolean isMessage(Class<?> parameter) {
        return parameter == String.class || parameter == Object.class;
    }

    private static boolean isCause(Class<?> parameter) {
        return Throwable.class.isAssignableFrom(parameter);
    }

    private static boolean takesCause(Constructor<?> constructor) {
        return Arrays.stream(constructor.getParameterTypes()).anyMatch(Rebuilder::isCause);
    }

    private static @Nullable Throwable make(
            Constructor<?> constructor, @Nullable String message, @Nullable Throwable cause) {
        @Nullable Object[] arguments = new @Nullable Object[constructor.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = isMessage(constructor.getParameterTypes()[i]) ? message : cause;
        }
        try {
            constructor.trySetAccessible(); // exceptions of an application are seldom public
            return (Throwable) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException | RuntimeException exception) {
            return null;
        }
    }

    private static boolean hasCause(Throwable thrown, @Nullable Throwable cause) {
        if (cause != null && thrown.getCause() == null) {
            try {
                thrown.initCause(cause);
            } catch (IllegalStateException | UnsupportedOperationException exception) {
                return false; // its constructor settled on no cause: another one may take it
            }
        }
        return thrown.getCause() == cause;
    }

    private static StackTraceElement[] frames(RemoteError error) {
        return error.stackTrace().stream()
                .map(frame -> new StackTraceElement(
                        frame.className(), frame.method(), frame.file().orElse(null), frame.line()))
                .toArray(StackTraceElement[]::new);
    }
}
