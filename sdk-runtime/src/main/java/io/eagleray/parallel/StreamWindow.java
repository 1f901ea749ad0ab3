package io.eagleray.parallel;

import io.eagleray.call.RemoteCall;
import io.eagleray.client.TaskCancelledException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The results of a lazy stream's calls, of which only some are under way at once. */
final class StreamWindow<A, R> extends AbstractSpliterator<R> {
    /** How many calls are under way at most. */
    static final int CALLS = 1_024;

    private static final long SLOW_NANOS = 20_000_000;

    private final Iterator<A> inputs;
    private final Function<? super A, RemoteCall<R>> call;
    private final BlockingQueue<PendingCall> ended = new LinkedBlockingQueue<>();
    private final Set<PendingCall> underWay = new LinkedHashSet<>();
    private final Results<R> results = new Results<>();
    private boolean slow;
    private @Nullable FanOut fanOut;
    private @Nullable Sharing sharing;
    private @Nullable MapProgress progress;

    StreamWindow(Iterator<A> inputs, Function<? super A, RemoteCall<R>> call) {
        super(Long.MAX_VALUE, 0);
        this.inputs = inputs;
        this.call = call;
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        refill();
        if (underWay.isEmpty()) {
            endProgress();
            return false;
        }
        PendingCall next = take();
        underWay.remove(next);
        Objects.requireNonNull(progress).ended();
        FanOut used = Objects.requireNonNull(fanOut);
        action.accept(new ResultRef<>(used, next, results).get());
        return true;
    }

    /**
     * Reads the source once half of the window has ended, so that requests can be shared. While the source is slow, what is
     * there is given first.
     */
    private void refill() {
        if (underWay.size() > CALLS / 2) {
            return;
        }
        while (underWay.size() < CALLS && !(slow && !ended.isEmpty()) && inputs.hasNext()) {
            submit(read());
        }
    }

    /** What fits into the window, or less from a source that is slow: workers need not wait for the rest. */
    private List<RemoteCall<R>> read() {
        List<RemoteCall<R>> calls = new ArrayList<>();
        long began = System.nanoTime();
        do {
            calls.add(call.apply(inputs.next()));
            slow = System.nanoTime() - began > SLOW_NANOS;
        } while (underWay.size() + calls.size() < CALLS && !slow && inputs.hasNext());
        return calls;
    }

    private void submit(List<RemoteCall<R>> calls) {
        FanOut used = fanOut == null ? Parallel.fanOut(calls.get(0)) : fanOut;
        if (progress == null) {
            progress = MapProgress.of(used, calls.get(0).function().name(), 0);
        }
        fanOut = used;
        Sharing known = sharing == null ? new Sharing(used, 0) : sharing;
        sharing = known;
        List<PendingCall> pending = known.take(calls);
        for (PendingCall each : pending) {
            each.outcome.whenComplete((envelope, failure) -> ended.add(each));
            underWay.add(each);
        }
        used.submitOpen(pending);
    }

    private PendingCall take() {
        try {
            return ended.take();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while waiting for " + underWay.size() + " remote calls", e);
        }
    }

    private void endProgress() {
        if (progress != null) {
            progress.close();
        }
    }

    /** Cancels what is under way. */
    void close() {
        endProgress();
        List<PendingCall> unwanted = List.copyOf(underWay);
        underWay.clear();
        unwanted.forEach(pending -> pending.outcome.cancel(false));
        if (fanOut != null) {
            fanOut.cancel(unwanted);
        }
    }
}
