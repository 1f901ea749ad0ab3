package io.eagleray.parallel;

import io.eagleray.call.RemoteCall;
import io.eagleray.wire.Envelope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call on its way. All but its future belongs to the loop of its fan-out. */
final class PendingCall {
    /** What the call does, and with what. */
    final RemoteCall<?> call;

    /** Its arguments; where others are given the same, refs to those. */
    final List<@Nullable Object> arguments;

    /** How it ended, once it has; cancelled when nobody wants it any more. */
    final CompletableFuture<Envelope> outcome = new CompletableFuture<>();

    /** How often it failed in a way that is worth another attempt. */
    int failures;

    /** How many workers died of it alone. */
    int deaths;

    /** How many calls may share a request with it; shrinks when a worker dies, to find the one that kills. */
    int company = Integer.MAX_VALUE;

    PendingCall(RemoteCall<?> call) {
        this(call, call.arguments());
    }

    PendingCall(RemoteCall<?> call, List<@Nullable Object> arguments) {
        this.call = call;
        this.arguments = arguments;
    }

    /** The futures of the results that it needs. */
    List<CompletableFuture<Envelope>> dependencies() {
        return arguments.stream()
                .filter(ResultRef.class::isInstance)
                .map(argument -> ((ResultRef<?>) argument).pending().outcome)
                .toList();
    }
}
