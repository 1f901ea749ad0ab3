package io.eagleray.parallel;

import io.eagleray.call.CatalogFunction;
import io.eagleray.call.CatalogFunction.Kind;
import io.eagleray.call.Parameter;
import io.eagleray.call.ValueType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.RemoteError;
import io.eagleray.client.ValueException;
import io.eagleray.parallel.WorkerRequest.Argument;
import io.eagleray.parallel.WorkerRequest.Work;
import io.eagleray.wire.Calls;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Errors;
import io.eagleray.wire.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a request: finds the function, decodes arguments, encodes what comes back, or what is thrown. */
final class Calling {
    private static final String OUT_OF_MEMORY = OutOfMemoryError.class.getName();

    private final Work work;
    private final Given given;
    private final ClassLoader loader;
    private final Scope scope;
    private final MemoryReserve reserve;
    private volatile @Nullable CatalogFunction function;
    private boolean outOfMemory;

    /**
     * What a request comes with.
     *
     * @param stored stored values, of which each call gets a copy of its own
     * @param constants those that all calls share
     */
    record Given(List<byte[]> stored, Constants constants) {}

    Calling(Work work, Given given, ClassLoader loader, Scope scope, MemoryReserve reserve) {
        this.work = work;
        this.given = given;
        this.loader = loader;
        this.scope = scope;
        this.reserve = reserve;
    }

    WorkerAnswer.Item call(WorkerRequest.Item item) {
        try {
            CatalogFunction known = function();
            @Nullable Object[] arguments = arguments(known, item);
            Object result = scope.call(() -> invoke(known, arguments));
            return new WorkerAnswer.Item(new Envelope.Ok(encoded(result, known)).encode(), false);
        } catch (OutOfMemoryError e) {
            reserve.release();
            return failed(e);
        } catch (OtherThrowable e) {
            return failed(e.thrown);
        } catch (Throwable e) { // an Error of the user's code is an outcome like any other
            return failed(e);
        } finally {
            scope.fanOut().cancelOpen();
        }
    }

    static WorkerAnswer.Item failed(Throwable failure, List<String> retryOn) {
        return failed(Errors.explained(failure), failure, retryOn);
    }

    private static WorkerAnswer.Item failed(RemoteError error, Throwable failure, List<String> retryOn) {
        return new WorkerAnswer.Item(new Envelope.Error(error).encode(), Retryable.matches(failure, retryOn));
    }

    private WorkerAnswer.Item failed(Throwable failure) {
        RemoteError error = Errors.explained(failure);
        outOfMemory |= hasOutOfMemory(error);
        return failed(error, failure, work.retryOn());
    }

    private static boolean hasOutOfMemory(RemoteError error) {
        return error.type().equals(OUT_OF_MEMORY)
                || error.cause().map(Calling::hasOutOfMemory).orElse(false);
    }

    /** The function, as messages name it; that of its catalog until it has been found. */
    String name() {
        CatalogFunction known = function;
        return known == null ? work.catalog() + "#" + work.function() : known.toString();
    }

    /** Whether a call so far has exhausted the memory of this process. */
    boolean isOutOfMemory() {
        return outOfMemory;
    }

    private CatalogFunction function() {
        CatalogFunction known = function;
        if (known == null) {
            known = Calls.catalog(work.catalog(), loader)
                    .find(Kind.REMOTE, work.function())
                    .orElseThrow(
                            () -> new ConfigurationException("the worker's " + work.catalog() + " has no function \""
                                    + work.function() + "\": its class path has another build of the application"));
            function = known;
        }
        return known;
    }

    private @Nullable Object[] arguments(CatalogFunction known, WorkerRequest.Item item) {
        List<Parameter> parameters = known.parameters();
        @Nullable Object[] arguments = new @Nullable Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(item.arguments().get(i), parameters.get(i).type());
        }
        return arguments;
    }

    private @Nullable Object argument(Argument argument, ValueType type) {
        if (argument instanceof Argument.Constant constant) {
            return given.constants().get(constant, type);
        }
        byte[] value = argument instanceof Argument.Inline inline
                ? inline.value()
                : given.stored().get(((Argument.Stored) argument).position());
        return Values.decode(value, type);
    }

    private static @Nullable Object invoke(CatalogFunction function, @Nullable Object[] arguments) throws Exception {
        try {
            return function.invoker().invoke(arguments);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new OtherThrowable(e);
        }
    }

    private static byte[] encoded(@Nullable Object result, CatalogFunction function) {
        try {
            return Values.encode(result, function.result());
        } catch (ValueException e) {
            throw new ValueException("result: " + e.getMessage(), e);
        }
    }

    /** Carries what is neither Exception nor Error through code that only knows those. */
    private static final class OtherThrowable extends Exception {
        private static final long serialVersionUID = 1;

        final transient Throwable thrown;

        OtherThrowable(Throwable thrown) {
            super(null, thrown, false, false);
            this.thrown = thrown;
        }
    }
}
