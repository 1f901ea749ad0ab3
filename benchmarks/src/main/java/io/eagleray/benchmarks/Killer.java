package io.eagleray.benchmarks;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills the worker that has begun an item last, again and again until it is closed. */
final class Killer implements AutoCloseable {
    private final Journal journal;
    private final AtomicInteger kills = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    Killer(Journal journal, Duration every) {
        this.journal = journal;
        clock.scheduleAtFixedRate(this::kill, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void kill() {
        Optional<ProcessHandle> worker = journal.lastWorker();
        if (worker.isPresent() && worker.get().destroyForcibly()) {
            kills.incrementAndGet();
        }
    }

    int kills() {
        return kills.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
