package io.eagleray.parallel;

import io.eagleray.call.RemoteCall;
import io.eagleray.client.Outcome;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Errors;
import io.eagleray.wire.Values;

/** Envelopes of calls, opened. */
final class Results {
    private Results() {}

    /** The value, or the exception that stands for what happened instead. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // the companion gave the call its type
    static <T> T value(PendingCall pending, Envelope envelope) {
        RemoteCall<?> call = pending.call;
        if (envelope instanceof Envelope.Ok ok) {
            return (T) Values.decode(ok.value(), call.function().result());
        }
        if (envelope instanceof Envelope.Error failed) {
            throw Errors.failure(pending.toString(), failed.error(), loader(call));
        }
        throw new TaskCancelledException(pending + " was cancelled: " + ((Envelope.Cancelled) envelope).reason());
    }

    /** The same as an outcome. */
    @SuppressWarnings("unchecked") // the companion gave the call its type
    static <T> Outcome<T> outcome(RemoteCall<T> call, Envelope envelope) {
        if (envelope instanceof Envelope.Ok ok) {
            return new Outcome.Succeeded<>(
                    (T) Values.decode(ok.value(), call.function().result()));
        }
        if (envelope instanceof Envelope.Error failed) {
            return new Outcome.Failed<>(failed.error());
        }
        return new Outcome.Cancelled<>(((Envelope.Cancelled) envelope).reason());
    }

    private static ClassLoader loader(RemoteCall<?> call) {
        return call.function().catalog().getClass().getClassLoader();
    }
}
