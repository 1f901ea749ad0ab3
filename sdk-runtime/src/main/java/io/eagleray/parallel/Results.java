package io.eagleray.parallel;

import io.eagleray.call.CatalogFunction;
import io.eagleray.client.Outcome;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Errors;
import io.eagleray.wire.ValueForm;
import org.jspecify.annotations.Nullable;

/**
 * Opens the envelopes of calls, which are mostly of one function. Only one thread uses it.
 *
 * @param <R> the type of the results
 */
@SuppressWarnings({"unchecked", "NullAway"}) // the companion gave the calls their type
final class Results<R> {
    private @Nullable CatalogFunction function;
    private @Nullable ValueForm form;

    /** The value, or the exception that stands for what happened instead. */
    R value(PendingCall pending, Envelope envelope) {
        if (envelope instanceof Envelope.Ok ok) {
            return value(pending.call.function(), ok);
        }
        if (envelope instanceof Envelope.Error failed) {
            throw Errors.failure(
                    pending.toString(),
                    failed.error(),
                    pending.call.function().catalog().getClass().getClassLoader());
        }
        throw new TaskCancelledException(pending + " was cancelled: " + ((Envelope.Cancelled) envelope).reason());
    }

    /** The same as an outcome. */
    Outcome<R> outcome(PendingCall pending, Envelope envelope) {
        if (envelope instanceof Envelope.Ok ok) {
            return new Outcome.Succeeded<>(value(pending.call.function(), ok));
        }
        if (envelope instanceof Envelope.Error failed) {
            return new Outcome.Failed<>(failed.error());
        }
        return new Outcome.Cancelled<>(((Envelope.Cancelled) envelope).reason());
    }

    private R value(CatalogFunction of, Envelope.Ok ok) {
        ValueForm known = form;
        if (known == null || !of.equals(function)) {
            known = ValueForm.of(of.result());
            form = known;
            function = of;
        }
        return (R) known.decode(ok.value());
    }
}
