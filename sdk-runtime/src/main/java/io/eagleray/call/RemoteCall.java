package io.eagleray.call;

import io.eagleray.call.CatalogFunction.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed invocation of a remote function: which function, which arguments. Made by the companion of its class; run by
 * {@code Parallel}.
 *
 * @param <R> the type of the function's result
 */
@SuppressWarnings("UnusedTypeParameter") // the type is for the compiler alone
public final class RemoteCall<R> {
    private final CatalogFunction function;
    private final List<@Nullable Object> arguments;

    private RemoteCall(CatalogFunction function, @Nullable Object[] arguments) {
        if (function.kind() != Kind.REMOTE) {
            throw new IllegalArgumentException(function + " is no remote function");
        }
        this.function = function;
        this.arguments = Collections.unmodifiableList(Arrays.asList(arguments.clone()));
    }

    /**
     * A call of a remote function; called by generated code, which knows the types.
     *
     * @param function the function
     * @param arguments its arguments, boxed, in order; a {@link Ref} stands for the value it refers to
     * @param <R> the type of the function's result
     * @return the call
     */
    public static <R> RemoteCall<R> of(CatalogFunction function, @Nullable Object[] arguments) {
        return new RemoteCall<>(function, arguments);
    }

    /**
     * Which function.
     *
     * @return the function of its catalog
     */
    public CatalogFunction function() {
        return function;
    }

    /**
     * Which arguments.
     *
     * @return the arguments, boxed, in order; a {@link Ref} stands for the value it refers to
     */
    public List<@Nullable Object> arguments() {
        return arguments;
    }

    /** The function, without its arguments: they may be secret, or large. */
    @Override
    public String toString() {
        return "RemoteCall[" + function + "]";
    }
}
