package io.eagleray.parallel;

import io.eagleray.call.CatalogFunction;
import io.eagleray.call.CatalogFunction.Kind;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.RemoteError;
import io.eagleray.client.ValueException;
import io.eagleray.parallel.WorkerRequest.Argument;
import io.eagleray.parallel.WorkerRequest.Work;
import io.eagleray.wire.BlockReader;
import io.eagleray.wire.Calls;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Errors;
import io.eagleray.wire.ValueForm;
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
    private volatile @Nullable Known function;
    private boolean outOfMemory;

    /**
     * What a request comes with.
     *
     * @param stored stored values, of which each call gets a copy of its own
     * @param constants those that all calls share
     */
    record Given(List<byte[]> stored, Constants constants) {}

    /** The function, with the forms of what crosses. */
    private record Known(CatalogFunction function, List<ValueForm> parameters, ValueForm result) {}

    /**
     * How a call ended.
     *
     * @param how as {@link WorkerAnswer.End} has it
     * @param bytes the encoded value, or the encoded envelope of the failure
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Ended(int how, byte[] bytes) {}

    Calling(Work work, Given given, ClassLoader loader, Scope scope, MemoryReserve reserve) {
        this.work = work;
        this.given = given;
        this.loader = loader;
        this.scope = scope;
        this.reserve = reserve;
    }

    /** Makes the call whose arguments come next. */
    Ended call(BlockReader calls) {
        try {
            Known known = known();
            @Nullable Object[] arguments = arguments(known, calls);
            Object result = scope.call(() -> invoke(known.function(), arguments));
            return new Ended(WorkerAnswer.End.VALUE, encoded(result, known.result()));
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
        Known known = function;
        return known == null
                ? work.catalog() + "#" + work.function()
                : known.function().toString();
    }

    /** Whether a call so far has exhausted the memory of this process. */
    boolean isOutOfMemory() {
        return outOfMemory;
    }

    private Known known() {
        Known known = function;
        if (known == null) {
            CatalogFunction found = Calls.catalog(work.catalog(), loader)
                    .find(Kind.REMOTE, work.function())
                    .filter(each -> each.parameters().size() == work.parameters())
                    .orElseThrow(() -> new ConfigurationException("the worker's " + work.catalog()
                            + " has no function \"" + work.function() + "\" with " + work.parameters()
                            + " parameters: its class path has another build of the application"));
            known = new Known(
                    found,
                    found.parameters().stream()
                            .map(parameter -> ValueForm.of(parameter.type()))
                            .toList(),
                    ValueForm.of(found.result()));
            function = known;
        }
        return known;
    }

    private @Nullable Object[] arguments(Known known, BlockReader calls) {
        @Nullable Object[] arguments = new @Nullable Object[known.parameters().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(calls, known.parameters().get(i));
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
