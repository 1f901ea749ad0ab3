package io.eagleray.parallel;

import io.eagleray.client.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Calls that were made without waiting for them, as long as they have not ended. */
final class OpenCalls {
    private final Set<PendingCall> open = ConcurrentHashMap.newKeySet();

    void add(List<PendingCall> calls) {
        for (PendingCall call : calls) {
            open.add(call);
            call.outcome.whenComplete((envelope, failure) -> open.remove(call));
        }
    }

    /** Cancels what is still open: who could ask for it has returned. Says of each function how many those were. */
    List<PendingCall> cancel(FanOut.Owner owner) {
        if (open.isEmpty()) {
            return List.of();
        }
        List<PendingCall> cancelled = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (PendingCall call : open) {
            if (call.outcome.cancel(false)) {
                cancelled.add(call);
                counts.merge(call.call.function().toString(), 1, Integer::sum);
            }
        }
        counts.forEach((function, count) ->
                owner.logs().accept(new LogLine(Instant.now(), "driver", "WARN", warning(function, count))));
        return cancelled;
    }

    private static String warning(String function, int count) {
        return (count == 1 ? "1 call of " + function + " was" : count + " calls of " + function + " were")
                + " still open when who made it had ended, and cancelled: get() or cancel() the ref of a call, or close"
                + " the stream, before that";
    }
}
