package io.eagleray.parallel;

import io.eagleray.call.RemoteCall;
import io.eagleray.wire.Envelope;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A call on its way. All but its future belongs to the loop of its fan-out. */
final class PendingCall {
    /** What the call does, and with what. */
    final RemoteCall<?> call;

    /** How it ended, once it has; cancelled when nobody wants it any more. */
    final CompletableFuture<Envelope> outcome = new CompletableFuture<>();

    /** How often it failed in a way that is worth another attempt. */
    int failures;

    /** How many workers died of it alone. */
    int deaths;

    /** How many calls may share a request with it; shrinks when a worker dies, to find the one that kills. */
    int company = Integer.MAX_VALUE;

    private final long index;
    private final int count;

    private PendingCall(RemoteCall<?> call, long index, int count) {
        this.call = call;
        this.index = index;
        this.count = count;
    }

    /** A call by itself. */
    static PendingCall of(RemoteCall<?> call) {
        return new PendingCall(call, -1, 0);
    }

    /** The call for one of so many inputs. */
    static PendingCall of(RemoteCall<?> call, int index, int count) {
        return new PendingCall(call, index, count);
    }

    /** The call for one of an unknown number of inputs. */
    static PendingCall of(RemoteCall<?> call, long index) {
        return new PendingCall(call, index, 0);
    }

    /** The futures of the results that it needs. */
    List<CompletableFuture<Envelope>> dependencies() {
        return call.arguments().stream()
                .filter(ResultRef.class::isInstance)
                .map(argument -> ((ResultRef<?>) argument).pending().outcome)
                .toList();
    }

    /** The function, and which of the inputs it is called for. */
    @Override
    public String toString() {
        String item = index < 0 ? "" : " [item " + index + (count == 0 ? "]" : " of " + count + "]");
        return call.function() + item;
    }
}
