package io.eagleray.parallel;

import io.eagleray.call.Ref;
import io.eagleray.call.ValueType;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.TaskTimeoutException;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Values;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The result of a call, on its way. */
final class ResultRef<T> implements Ref<T> {
    private final FanOut fanOut;
    private final PendingCall pending;
    private final Results<T> results;
    private @Nullable Decoded<T> decoded;

    ResultRef(FanOut fanOut, PendingCall pending) {
        this(fanOut, pending, new Results<>());
    }

    ResultRef(FanOut fanOut, PendingCall pending, Results<T> results) {
        this.fanOut = fanOut;
        this.pending = pending;
        this.results = results;
    }

    private record Decoded<T>(T value) {}

    PendingCall pending() {
        return pending;
    }

    @Override
    public T get() {
        return get(Duration.ofNanos(Long.MAX_VALUE));
    }

    @Override
    public T get(Duration timeout) {
        String function = pending.toString();
        try {
            pending.help(timeout);
            return value(pending.outcome.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            throw new TaskTimeoutException(
                    function + " has no result after " + timeout + "; wait longer, or cancel it");
        } catch (CancellationException e) {
            throw new TaskCancelledException(function + " was cancelled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while waiting for " + function, e);
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    private synchronized T value(Envelope envelope) {
        Decoded<T> known = decoded;
        if (known == null) {
            known = new Decoded<>(results.value(pending, envelope));
            decoded = known;
        }
        return known.value();
    }

    private static EaglerayException rethrown(ExecutionException e) {
        return e.getCause() instanceof EaglerayException known
                ? known
                : new EaglerayException("the call could not be made: " + e.getCause(), e.getCause());
    }

    /** The encoded value, once it is there. */
    byte[] encoded(ValueType wanted) {
        boolean sameType = pending.call.function().result().equals(wanted);
        if (sameType
                && !pending.outcome.isCompletedExceptionally()
                && pending.outcome.join() instanceof Envelope.Ok ok) {
            return ok.value();
        }
        return Values.encode(get(), wanted);
    }

    @Override
    public void cancel() {
        if (pending.outcome.cancel(false)) {
            fanOut.cancel(List.of(pending));
        }
    }

    @Override
    public String toString() {
        return "Ref[" + pending + (pending.outcome.isDone() ? ", done]" : ", pending]");
    }
}
