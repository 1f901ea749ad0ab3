package io.eagleray.parallel;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The execution that a thread works for. Threads that it starts inherit it.
 *
 * @param owner the execution, and what takes its logs and progress
 * @param attempt which attempt this is, from 1
 * @param place where the thread works: {@code driver} or {@code worker}
 * @param fanOut runs remote calls
 */
public record Scope(FanOut.Owner owner, int attempt, String place, FanOut fanOut) {
    private static final InheritableThreadLocal<@Nullable Scope> CURRENT = new InheritableThreadLocal<>();

    /**
     * The scope of this thread.
     *
     * @return the scope, or empty outside of an execution
     */
    public static Optional<Scope> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Runs something in this scope.
     *
     * @param body what to run
     * @param <T> the type of its result
     * @return its result
     * @throws Exception what it throws
     */
    public <T> T call(Callable<T> body) throws Exception {
        Scope outer = CURRENT.get();
        CURRENT.set(this);
        try {
            return body.call();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }
}
