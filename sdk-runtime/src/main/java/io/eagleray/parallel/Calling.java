package io.eagleray.parallel;

import io.eagleray.call.CatalogFunction;
import io.eagleray.client.RemoteError;
import io.eagleray.client.ValueException;
import io.eagleray.parallel.Functions.Function;
import io.eagleray.parallel.WorkerRequest.Argument;
import io.eagleray.parallel.WorkerRequest.Work;
import io.eagleray.wire.BlockReader;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Errors;
import io.eagleray.wire.ValueForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a request: decodes arguments, encodes what comes back, or what is thrown. */
final class Calling {
    private static final String OUT_OF_MEMORY = OutOfMemoryError.class.getName();

    private final Work work;
    private final Given given;
    private final Functions functions;
    private final Scope scope;
    private final MemoryReserve reserve;
    private volatile @Nullable Function function;
    private boolean outOfMemory;

    /**
     * What a request comes with.
     *
     * @param stored stored values, of which each call gets a copy of its own
     * @param constants those that all calls share
     */
    record Given(List<byte[]> stored, Constants constants) {}

    /**
     * How a call ended.
     *
     * @param how as {@link WorkerAnswer.End} has it
     * @param bytes the encoded value, or the encoded envelope of the failure
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Ended(int how, byte[] bytes) {}

    Calling(Work work, Given given, Functions functions, Scope scope, MemoryReserve reserve) {
        this.work = work;
        this.given = given;
        this.functions = functions;
        this.scope = scope;
        this.reserve = reserve;
    }

    /** Makes the call whose arguments come next. */
    Ended call(BlockReader calls) {
        try {
            Function found = found();
            @Nullable Object[] arguments = arguments(found, calls);
            Object result = scope.call(() -> invoke(found.function(), arguments));
            return new Ended(WorkerAnswer.End.VALUE, encoded(result, found.result()));
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

    static Ended failed(Throwable failure, List<String> retryOn) {
        return failed(Errors.explained(failure), failure, retryOn);
    }

    private static Ended failed(RemoteError error, Throwable failure, List<String> retryOn) {
        return new Ended(
                Retryable.matches(failure, retryOn) ? WorkerAnswer.End.RETRYABLE : WorkerAnswer.End.FAILURE,
                new Envelope.Error(error).encode());
    }

    private Ended failed(Throwable failure) {
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
        Function found = function;
        return found == null
                ? work.catalog() + "#" + work.function()
                : found.function().toString();
    }

    /** Whether a call so far has exhausted the memory of this process. */
    boolean isOutOfMemory() {
        return outOfMemory;
    }

    private Function found() {
        Function found = function;
        if (found == null) {
            found = functions.of(work);
            function = found;
        }
        return found;
    }

    private @Nullable Object[] arguments(Function found, BlockReader calls) {
        @Nullable Object[] arguments = new @Nullable Object[found.parameters().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(calls, found.parameters().get(i));
        }
        return arguments;
    }

    private @Nullable Object argument(BlockReader calls, ValueForm form) {
        long what = calls.number();
        if (what == Argument.VALUE) {
            return calls.value(form);
        }
        long which = calls.number();
        return what == Argument.CONSTANT
                ? given.constants().get(which, form)
                : form.decode(given.stored().get(Math.toIntExact(which)));
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

    private static byte[] encoded(@Nullable Object result, ValueForm form) {
        try {
            return form.encode(result);
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
