package io.eagleray.backend.ray;

import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings packages that a cluster lacks, several at a time. */
final class Uploads {
    private static final int AT_ONCE = 4;
    private static final long MEGA = 1 << 20;

    private final RayPackages packages;
    private final ProgressSink progress;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();

    Uploads(RayPackages packages, ProgressSink progress) {
        this.packages = packages;
        this.progress = progress;
    }

    void bring(Map<String, Path> files) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, "eagleray upload");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Boolean>> uploads = new ArrayList<>();
            files.forEach((name, file) -> uploads.add(
                    threads.submit(() -> packages.upload(name, file, bytes -> report(files, name, bytes)))));
            for (Future<Boolean> upload : uploads) {
                upload.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private void report(Map<String, Path> files, String name, long bytes) {
        sent.put(name, bytes);
        long done = sent.values().stream().mapToLong(Long::longValue).sum();
        long total = files.entrySet().stream()
                .filter(each -> sent.containsKey(each.getKey()))
                .mapToLong(each -> size(each.getValue()))
                .sum();
        progress.accept(new Progress("uploading", done / MEGA, total / MEGA, "MB to the cluster"));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0; // the upload will say it
        }
    }
}
