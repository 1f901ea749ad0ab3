package io.eagleray.wire;

import io.eagleray.client.EaglerayException;
import io.eagleray.client.RemoteError;
import io.eagleray.client.RemoteError.Frame;
import io.eagleray.client.TaskFailedException;
import io.eagleray.client.TaskTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions on their way: described where they are thrown, rebuilt where they arrive. Nothing is deserialized.
 *
 * <pre>{@code
 * RemoteError error = Errors.of(thrown);                              // on the worker
 * throw Errors.failure("Squares.squares", error, loader);             // at the caller
 * }</pre>
 */
public final class Errors {
    private static final int MOST_CAUSES = 32;
    private static final int MOST_FRAMES = 512;
    private static final int LONGEST_MESSAGE = 64 * 1024;

    private Errors() {}

    /**
     * Describes an exception with its causes. At most 32 causes, 512 frames of each and 64 Ki characters of each message
     * are kept; a cause that comes again ends the chain. A {@link TaskFailedException} in it continues with the
     * {@linkplain TaskFailedException#error() error} it carries, so that nested failures keep what they say.
     *
     * @param thrown the exception; it may misbehave when it is asked
     * @return the description
     */
    public static RemoteError of(Throwable thrown) {
        return of(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /**
     * Describes an exception as {@link #of} does; where it is an error of this JVM whose own message says too little, the
     * message also says what it means here and what to do: a heap or stack that is used up, a class that is missing, too
     * new, or whose initializer has failed.
     *
     * @param thrown the exception; it may misbehave when it is asked
     * @return the description
     */
    public static RemoteError explained(Throwable thrown) {
        return Remedies.in(of(thrown));
    }

    private static RemoteError of(Throwable thrown, Set<Throwable> seen) {
        seen.add(thrown);
        return new RemoteError(
                thrown.getClass().getName(),
                Optional.ofNullable(Throwables.message(thrown)).map(Errors::shortened),
                frames(thrown),
                cause(thrown, seen));
    }

    private static Optional<RemoteError> cause(Throwable thrown, Set<Throwable> seen) {
        if (seen.size() >= MOST_CAUSES) {
            return Optional.empty();
        }
        if (thrown instanceof TaskFailedException failed && failed.error() != null) {
            return Optional.of(cut(failed.error(), MOST_CAUSES - seen.size()));
        }
        Throwable cause = Throwables.cause(thrown);
        return cause == null || seen.contains(cause) ? Optional.empty() : Optional.of(of(cause, seen));
    }

    private static RemoteError cut(RemoteError error, int most) {
        Optional<RemoteError> cause = error.cause().filter(any -> most > 1).map(next -> cut(next, most - 1));
        return new RemoteError(error.type(), error.message(), error.stackTrace(), cause);
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, LONGEST_MESSAGE) + "… (" + (message.length() - LONGEST_MESSAGE)
                        + " more characters)";
    }

    private static List<Frame> frames(Throwable thrown) {
        List<Frame> frames = new ArrayList<>();
        for (StackTraceElement element : Throwables.stackTrace(thrown)) {
            if (frames.size() == MOST_FRAMES) {
                break;
            }
            frames.add(new Frame(
                    element.getClassName(),
                    element.getMethodName(),
                    Optional.ofNullable(element.getFileName()),
                    element.getLineNumber()));
        }
        return frames;
    }

    /**
     * Rebuilds an exception. Its class has to be a Throwable that the loader finds, with a constructor of a
     * message, of a message and a cause, of a cause, or of nothing, that gives back the message. The result has the
     * remote stack trace, and its causes likewise; a cause that cannot be rebuilt is an {@link EaglerayException} that
     * says what it was.
     *
     * @param error the description
     * @param loader where classes are looked for
     * @return the exception, or null where it cannot be rebuilt; nothing is ever thrown
     */
    public static @Nullable Throwable rebuild(RemoteError error, ClassLoader loader) {
        return new Rebuilder(loader).rebuild(error);
    }

    /**
     * The exception that a caller gets for an error elsewhere: its cause is the rebuilt original. Where that cannot be,
     * it has no cause, and the remote stack trace is shown among its suppressed exceptions. What took too long elsewhere
     * is a {@link TaskTimeoutException} here too.
     *
     * @param function the task or remote function that failed
     * @param error the description
     * @param loader where classes are looked for
     * @return the exception
     */
    public static EaglerayException failure(String function, RemoteError error, ClassLoader loader) {
        Rebuilder rebuilder = new Rebuilder(loader);
        Throwable cause = rebuilder.rebuild(error);
        if (cause instanceof TaskTimeoutException) {
            return new TaskTimeoutException(function + " timed out: " + cause.getMessage(), cause);
        }
        TaskFailedException failure = new TaskFailedException(function, error, cause);
        if (cause == null) {
            failure.addSuppressed(rebuilder.standIn(error));
        }
        return failure;
    }
}
