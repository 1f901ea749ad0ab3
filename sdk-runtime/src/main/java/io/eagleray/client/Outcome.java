package io.eagleray.client;

import org.jspecify.annotations.Nullable;

/**
 * How something ended.
 *
 * <pre>{@code
 * switch (execution.outcome(Duration.ofMinutes(5))) {
 *   case Succeeded<List<Integer>> s -> System.out.println(s.value());
 *   case Failed<List<Integer>> f -> System.err.println(f.error().summary());
 *   case Cancelled<List<Integer>> c -> System.err.println(c.reason());
 * }
 * }</pre>
 *
 * @param <T> the type of the value
 */
public sealed interface Outcome<T> {

    /**
     * It ended with a value.
     *
     * @param value the value; null for a function that returns nothing, or null
     * @param <T> the type of the value
     */
    record Succeeded<T>(@Nullable T value) implements Outcome<T> {}

    /**
     * It ended with an error.
     *
     * @param error the error, as it was thrown where it happened
     * @param <T> the type the value would have had
     */
    record Failed<T>(RemoteError error) implements Outcome<T> {}

    /**
     * It was cancelled.
     *
     * @param reason who or what cancelled it
     * @param <T> the type the value would have had
     */
    record Cancelled<T>(String reason) implements Outcome<T> {}
}
