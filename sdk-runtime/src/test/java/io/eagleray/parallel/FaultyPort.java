package io.eagleray.parallel;

import io.eagleray.client.BackendException;
import io.eagleray.client.WorkerDiedException;
import io.eagleray.wire.Values;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Threads that die of some requests, as processes do. */
final class FaultyPort implements WorkerPort {
    private final ThreadPort threads;
    private final Predicate<WorkerRequest.Work> kills;
    final AtomicInteger started = new AtomicInteger();
    final AtomicInteger died = new AtomicInteger();
    final AtomicInteger released = new AtomicInteger();
    final AtomicInteger stored = new AtomicInteger();
    final AtomicInteger killed = new AtomicInteger();

    /** Which requests a worker that lives on cannot answer. */
    Predicate<byte[]> broken = request -> false;

    /** Which requests are never answered. */
    Predicate<byte[]> silent = request -> false;

    FaultyPort(int cpus, Predicate<WorkerRequest.Work> kills) {
        this.threads = new ThreadPort(FaultyPort.class.getClassLoader(), cpus);
        this.kills = kills;
    }

    @Override
    public int capacity(WorkerShape shape) {
        return shape.numCpus() > 32 ? 0 : threads.capacity(shape);
    }

    @Override
    public boolean waitsForRoom() {
        return false;
    }

    @Override
    public Worker start(WorkerShape shape) {
        started.incrementAndGet();
        Worker thread = threads.start(shape);
        return new Worker() {
            @Override
            public CompletableFuture<byte[]> call(byte[] request, List<StoredValue> values) {
                if (broken.test(request)) {
                    return CompletableFuture.failedFuture(new BackendException("broken by the test"));
                }
                if (silent.test(request)) {
                    return new CompletableFuture<>();
                }
                if (request.length > 0
                        && Values.decode(request, WorkerRequest.TYPE) instanceof WorkerRequest.Work work
                        && kills.test(work)) {
                    died.incrementAndGet();
                    thread.kill();
                    return CompletableFuture.failedFuture(new WorkerDiedException("killed by the test"));
                }
                return thread.call(request, values);
            }

            @Override
            public CompletableFuture<byte[]> callBeside(byte[] request) {
                return silent.test(request) ? new CompletableFuture<>() : thread.callBeside(request);
            }

            @Override
            public void kill() {
                killed.incrementAndGet();
                thread.kill();
            }

            @Override
            public void release() {
                released.incrementAndGet();
                thread.release();
            }
        };
    }

    @Override
    public StoredValue put(byte[] value) {
        stored.incrementAndGet();
        return threads.put(value);
    }

    @Override
    public int storedValuesPerCall() {
        return 2;
    }

    @Override
    public void close() {
        threads.close();
    }
}
