package io.eagleray.wire;

import io.eagleray.client.RemoteError;
import io.eagleray.client.TaskFailedException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What errors of the JVM mean, and what to do about them: their own messages say little of it, or nothing at all. */
final class Remedies {
    private static final Set<String> FULL_HEAP = Set.of("Java heap space", "GC overhead limit exceeded");
    private static final Pattern CLASS_NAME = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
            + "([./]\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");
    private static final Pattern UNINITIALIZED = Pattern.compile("Could not initialize class \\S+");
    private static final String ADD = " is not on the class path of this process: add the jar that has it to the"
            + " application's class path; an optional or provided dependency does not come by itself";

    private Remedies() {}

    /** The outermost error of the chain that has a remedy gets it; the others stay as they are. */
    static RemoteError in(RemoteError error) {
        Optional<String> explanation = explanation(error);
        if (explanation.isPresent()) {
            return new RemoteError(error.type(), explanation, error.stackTrace(), error.cause());
        }
        if (error.cause().isEmpty() || error.type().equals(TaskFailedException.class.getName())) {
            return error; // what failed elsewhere has been explained there
        }
        return new RemoteError(
                error.type(), error.message(), error.stackTrace(), error.cause().map(Remedies::in));
    }

    private static Optional<String> explanation(RemoteError error) {
        String message = error.message().orElse("");
        return switch (error.type()) {
            case "java.lang.OutOfMemoryError" -> given(FULL_HEAP.contains(message), message + fullHeap());
            case "java.lang.StackOverflowError" -> given(message.isEmpty(), fullStack());
            case "java.lang.ClassNotFoundException" -> missing(message);
            case "java.lang.NoClassDefFoundError" ->
                missing(message).or(() -> given(UNINITIALIZED.matcher(message).matches(), poisoned(error, message)));
            case "java.lang.UnsupportedClassVersionError" -> ClassVersions.explanation(message);
            default -> Optional.empty();
        };
    }

    private static Optional<String> given(boolean condition, String text) {
        return condition ? Optional.of(text) : Optional.empty();
    }

    private static String fullHeap() {
        return ": the heap of this process, " + (Runtime.getRuntime().maxMemory() >> 20)
                + " MiB, is exhausted; give a worker more with memory in @Remote, the JVM of the task with -Xmx, or keep"
                + " less at once";
    }

    private static String fullStack() {
        return "the stack of the thread is exhausted: does the recursion end? If it does, run it in a Thread with a"
                + " larger stackSize";
    }

    private static Optional<String> missing(String message) {
        Matcher name = CLASS_NAME.matcher(message);
        return given(name.matches(), message.replace('/', '.') + ADD);
    }

    /** The JVM tells a second time only what it was, as the message of the cause. */
    private static String poisoned(RemoteError error, String message) {
        return message + ": its static initializer has failed before in this process"
                + error.cause()
                        .flatMap(RemoteError::message)
                        .map(why -> " (" + why + ")")
                        .orElse("")
                + "; every use of the class fails from then on";
    }
}
