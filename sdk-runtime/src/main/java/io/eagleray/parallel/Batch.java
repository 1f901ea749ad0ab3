package io.eagleray.parallel;

import io.eagleray.call.RemoteCall;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.Outcome;
import io.eagleray.client.Outcome.Cancelled;
import io.eagleray.client.Outcome.Failed;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Errors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls that were made together, one for each input. */
final class Batch<R> {
    private final FanOut fanOut;
    private final List<PendingCall> pending;
    private final MapProgress progress;

    private Batch(FanOut fanOut, List<PendingCall> pending) {
        this.fanOut = fanOut;
        this.pending = pending;
        String function =
                pending.isEmpty() ? "" : pending.get(0).call.function().name();
        this.progress = MapProgress.of(fanOut, function, pending.size());
    }

    static <A, R> Batch<R> submit(Collection<A> inputs, Function<? super A, RemoteCall<R>> call) {
        List<RemoteCall<R>> calls = new ArrayList<>(inputs.size());
        for (A input : inputs) {
            calls.add(call.apply(input));
        }
        FanOut fanOut = Parallel.fanOut(calls.isEmpty() ? null : calls.get(0));
        List<PendingCall> pending = new Sharing(fanOut, calls.size()).take(calls);
        Batch<R> batch = new Batch<>(fanOut, pending);
        fanOut.submit(pending);
        return batch;
    }

    void awaitAll() {
        Countdown all = new Countdown(pending.size());
        await(all, (envelope, failure) -> {
            progress.ended();
            all.countDown();
        });
    }

    void awaitFirstFailure() {
        Countdown all = new Countdown(pending.size());
        await(all, (envelope, failure) -> {
            if (envelope instanceof Envelope.Ok) {
                progress.ended();
                all.countDown();
            } else {
                all.open();
            }
        });
    }

    private void await(Countdown countdown, BiConsumer<@Nullable Envelope, @Nullable Throwable> ended) {
        pending.forEach(call -> call.outcome.whenComplete(ended));
        try {
            countdown.await(pending.size() + " remote calls");
        } catch (TaskCancelledException e) {
            cancel();
            throw e;
        } finally {
            progress.close();
        }
    }

    private void cancel() {
        pending.forEach(call -> call.outcome.cancel(false));
        fanOut.cancel(pending);
    }

    /** The values in order; the first failure by index among those known cancels the rest. */
    List<R> values() {
        for (int i = 0; i < pending.size(); i++) {
            PendingCall call = pending.get(i);
            if (call.outcome.isDone() && !succeeded(call)) {
                cancel();
                throw failure(call);
            }
        }
        List<R> values = new ArrayList<>(pending.size());
        Results<R> results = new Results<>();
        for (PendingCall call : pending) {
            values.add(results.value(call, call.outcome.join()));
        }
        return Collections.unmodifiableList(values);
    }

    List<Outcome<R>> outcomes() {
        List<Outcome<R>> outcomes = new ArrayList<>(pending.size());
        Results<R> results = new Results<>();
        for (PendingCall call : pending) {
            outcomes.add(outcome(call, results));
        }
        return List.copyOf(outcomes);
    }

    private static <R> Outcome<R> outcome(PendingCall pending, Results<R> results) {
        try {
            return results.outcome(pending, pending.outcome.join());
        } catch (CancellationException e) {
            return new Cancelled<>("cancelled with its execution");
        } catch (CompletionException e) {
            return new Failed<>(Errors.of(e.getCause() == null ? e : e.getCause()));
        }
    }

    private static boolean succeeded(PendingCall call) {
        return !call.outcome.isCompletedExceptionally() && call.outcome.join() instanceof Envelope.Ok;
    }

    private static EaglerayException failure(PendingCall call) {
        String item = call.toString();
        try {
            Envelope envelope = call.outcome.join();
            return envelope instanceof Envelope.Error failed
                    ? Errors.failure(
                            item,
                            failed.error(),
                            call.call.function().catalog().getClass().getClassLoader())
                    : new TaskCancelledException(item + " was cancelled");
        } catch (CancellationException e) {
            return new TaskCancelledException(item + " was cancelled", e);
        } catch (CompletionException e) {
            return e.getCause() instanceof EaglerayException known
                    ? known
                    : new EaglerayException(item + " could not be made: " + e.getCause(), e.getCause());
        }
    }
}
