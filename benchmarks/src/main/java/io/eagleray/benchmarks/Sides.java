package io.eagleray.benchmarks;

import io.eagleray.call.TaskCall;
import io.eagleray.client.Eagleray;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Who is compared, all on one Ray.
 *
 * @param eagleray ours; its tasks return nanoseconds
 * @param python a user of Ray in Python
 * @param raw a user of Ray's own API in Java
 * @param smallHeaps starts ours with small heaps
 * @param out takes the figures
 */
record Sides(Eagleray eagleray, Peer python, Peer raw, Supplier<Peer> smallHeaps, PrintStream out) {

    Timed ours(TaskCall<Long> call) {
        return () -> Duration.ofNanos(eagleray.run(call));
    }

    Timed python(String what, int count) {
        return python.timed(what, count);
    }

    Timed raw(String what, int count) {
        return raw.timed(what, count);
    }
}
