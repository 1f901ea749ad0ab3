package io.eagleray.backend.ray;

import io.eagleray.bundle.MadeZip;
import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import io.eagleray.parallel.DaemonThreads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Brings packages that a cluster lacks, several at a time. */
final class Uploads implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final long MEGA = 1 << 20;

    private final RayPackages packages;
    private final ProgressSink progress;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Progress> told = new AtomicReference<>();
    private final List<Future<Boolean>> uploads = new ArrayList<>();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(AT_ONCE, DaemonThreads.named("eagleray upload"));

    Uploads(RayPackages packages, ProgressSink progress) {
        this.packages = packages;
        this.progress = progress;
    }

    void begin(String name, Path file) {
        begin(() -> packages.upload(name, file, counter(name, file.toFile().length())));
    }

    void begin(MadeZip zip, String what) {
        begin(() -> packages.upload(zip.name(), what, zip.content(), counter(zip.name(), zip.content().length)));
    }

    private void begin(Callable<Boolean> upload) {
        uploads.add(threads.submit(upload));
    }

    /** Waits until all are there. */
    void await() throws InterruptedException {
        try {
            for (Future<Boolean> upload : uploads) {
                upload.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** Only what the cluster lacks is counted. */
    private LongConsumer counter(String name, long size) {
        return bytes -> {
            sizes.put(name, size);
            sent.put(name, bytes);
            Progress now = new Progress("uploading", megas(sent), megas(sizes), "MB to the cluster");
            if (!now.equals(told.getAndSet(now))) {
                progress.accept(now);
            }
        };
    }

    private static long megas(Map<String, Long> bytes) {
        long sum = bytes.values().stream().mapToLong(Long::longValue).sum();
        return (sum + MEGA - 1) / MEGA;
    }

    /** Ends those that are under way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
