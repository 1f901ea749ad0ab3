package io.eagleray.parallel;

import io.eagleray.client.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Tells how far many calls are, with their rate and the time left; once they take longer than a second. */
final class MapProgress {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration NEXT = Duration.ofMillis(500);
    private static final double NANOS = 1e9;

    private final FanOut fanOut;
    private final String what;
    private final long total;
    private final long began = System.nanoTime();

    private final AtomicLong done = new AtomicLong();

    // guarded by this
    private Runnable stop = () -> {};
    private boolean told;
    private boolean closed;

    private MapProgress(FanOut fanOut, String what, long total) {
        this.fanOut = fanOut;
        this.what = what;
        this.total = total;
    }

    /** Begins to watch some calls of a function; their number is 0 where it is not known. */
    static MapProgress of(FanOut fanOut, String function, long total) {
        MapProgress progress = new MapProgress(fanOut, fanOut.owner().path() + FanOut.Owner.STEP + function, total);
        progress.next(FIRST);
        return progress;
    }

    void ended() {
        done.incrementAndGet();
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            stop.run();
            if (told) {
                tell();
            }
        }
    }

    private synchronized void next(Duration wait) {
        stop = fanOut.schedule(this::tick, wait);
    }

    private synchronized void tick() {
        if (!closed) {
            told = true;
            tell();
            next(NEXT);
        }
    }

    private void tell() {
        double seconds = (System.nanoTime() - began) / NANOS;
        long done = this.done.get();
        fanOut.owner().progress().accept(new Progress(what, done, total, message(done, total, seconds)));
    }

    /** The rate, and the time left at that rate. */
    static String message(long done, long total, double seconds) {
        if (done == 0) {
            return "";
        }
        double rate = done / seconds;
        String perSecond = String.format(Locale.ROOT, rate < 10 ? "%.1f/s" : "%.0f/s", rate);
        return done >= total ? perSecond : perSecond + ", " + duration(Math.round((total - done) / rate)) + " left";
    }

    private static String duration(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3_600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3_600 + " h " + seconds / 60 % 60 + " min";
    }
}
