package io.eagleray.parallel;

import io.eagleray.call.RemoteCall;
import io.eagleray.wire.Envelope;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call on its way. All but its future belongs to the loop of its fan-out. */
final class PendingCall {
    private static final CompletableFuture<?>[] NONE = {};

    /** As long as this, a thread that waits may miss its interrupt. */
    private static final Duration MOMENT = Duration.ofMillis(5);

    /** What the call does, and with what. */
    final RemoteCall<?> call;

    /** Its arguments; where others are given the same, refs to those. */
    final List<@Nullable Object> arguments;

    /** How it ended, once it has; cancelled when nobody wants it any more. */
    final CompletableFuture<Envelope> outcome = new CompletableFuture<>();

    /** The worker that makes it, and nothing else, right now. */
    volatile @Nullable Worker worker;

    /** How often it failed in a way that is worth another attempt. */
    int failures;

    /** How many workers died of it alone. */
    int deaths;

    /** How many calls may share a request with it; shrinks when a worker dies, to find the one that kills. */
    int company = Integer.MAX_VALUE;

    private final long index;
    private final int count;

    private PendingCall(RemoteCall<?> call, List<@Nullable Object> arguments, long index, int count) {
        this.call = call;
        this.arguments = arguments;
        this.index = index;
        this.count = count;
    }

    /** A call by itself. */
    static PendingCall of(RemoteCall<?> call) {
        return new PendingCall(call, call.arguments(), -1, 0);
    }

    /** The call for one of so many inputs; 0 where their number is not known. */
    static PendingCall of(RemoteCall<?> call, List<@Nullable Object> arguments, long index, int count) {
        return new PendingCall(call, arguments, index, count);
    }

    /** Lends its worker this thread, which waits for the outcome. */
    void help(Duration most) {
        Worker busy = worker;
        if (busy != null && !outcome.isDone()) {
            busy.help(outcome, most.compareTo(MOMENT) < 0 ? most : MOMENT);
        }
    }

    /** The futures of the results that it needs. */
    CompletableFuture<?>[] dependencies() {
        if (!needsResults()) { // as nearly all do: of a large map this is asked for every item
            return NONE;
        }
        return arguments.stream()
                .filter(ResultRef.class::isInstance)
                .map(argument -> ((ResultRef<?>) argument).pending().outcome)
                .toArray(CompletableFuture<?>[]::new);
    }

    private boolean needsResults() {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof ResultRef) {
                return true;
            }
        }
        return false;
    }

    /** The function, and which of the inputs it is called for. */
    @Override
    public String toString() {
        String item = index < 0 ? "" : " [item " + index + (count == 0 ? "]" : " of " + count + "]");
        return call.function() + item;
    }
}
