package io.eagleray.parallel;

import io.eagleray.call.RemoteCall;
import io.eagleray.client.TaskCancelledException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
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

    private final Iterator<A> inputs;
    private final Function<? super A, RemoteCall<R>> call;
    private final BlockingQueue<PendingCall> ended = new LinkedBlockingQueue<>();
    private final Set<PendingCall> underWay = new LinkedHashSet<>();
    private @Nullable FanOut fanOut;
    private long read;

    StreamWindow(Iterator<A> inputs, Function<? super A, RemoteCall<R>> call) {
        super(Long.MAX_VALUE, 0);
        this.inputs = inputs;
        this.call = call;
    }

    @Override
    public boolean tryAdvance(Consumer<? super R> action) {
        refill();
        if (underWay.isEmpty()) {
            return false;
        }
        PendingCall next = take();
        underWay.remove(next);
        FanOut used = java.util.Objects.requireNonNull(fanOut);
        action.accept(new ResultRef<R>(used, next).get());
        return true;
    }

    /** Reads the source once half of the window has ended, so that requests can be shared. */
    private void refill() {
        if (underWay.size() > CALLS / 2) {
            return;
        }
        List<PendingCall> calls = new ArrayList<>();
        while (underWay.size() < CALLS && inputs.hasNext()) {
            PendingCall pending = PendingCall.of(call.apply(inputs.next()), read++);
            pending.outcome.whenComplete((envelope, failure) -> ended.add(pending));
            underWay.add(pending);
            calls.add(pending);
        }
        if (!calls.isEmpty()) {
            if (fanOut == null) {
                fanOut = Parallel.fanOut(calls.get(0).call);
            }
            fanOut.submitOpen(calls);
        }
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

    /** Cancels what is under way. */
    void close() {
        List<PendingCall> unwanted = List.copyOf(underWay);
        underWay.clear();
        unwanted.forEach(pending -> pending.outcome.cancel(false));
        if (fanOut != null) {
            fanOut.cancel(unwanted);
        }
    }
}
