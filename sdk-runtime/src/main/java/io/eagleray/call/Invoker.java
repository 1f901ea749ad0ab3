package io.eagleray.call;

import org.jspecify.annotations.Nullable;

/** Calls the user's method; generated as a lambda, so that no reflection is needed. */
@FunctionalInterface
public interface Invoker {

    /**
     * Calls the method.
     *
     * @param arguments its arguments, boxed, in order
     * @return its result, boxed; null for a method that returns nothing
     * @throws Throwable whatever the method throws
     */
    @Nullable
    Object invoke(@Nullable Object[] arguments) throws Throwable;
}
