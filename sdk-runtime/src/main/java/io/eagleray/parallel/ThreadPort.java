package io.eagleray.parallel;

import io.eagleray.client.WorkerDiedException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** A port whose workers are threads of this JVM. Values still pass through the codec. */
public final class ThreadPort implements WorkerPort {
    private final ClassLoader loader;
    private final int cpus;
    private final Optional<ValueStore> named;
    private final AtomicInteger started = new AtomicInteger();
    private final Set<ThreadWorker> workers = ConcurrentHashMap.newKeySet();

    /**
     * A port without named values.
     *
     * @param loader the loader of the user's code
     * @param cpus how many CPUs the workers may hold together
     */
    public ThreadPort(ClassLoader loader, int cpus) {
        this(loader, cpus, Optional.empty());
    }

    /**
     * A port.
     *
     * @param loader the loader of the user's code
     * @param cpus how many CPUs the workers may hold together
     * @param named keeps the named values
     */
    public ThreadPort(ClassLoader loader, int cpus, ValueStore named) {
        this(loader, cpus, Optional.of(named));
    }

    private ThreadPort(ClassLoader loader, int cpus, Optional<ValueStore> named) {
        this.loader = loader;
        this.cpus = cpus;
        this.named = named;
    }

    /** Only CPUs count here: a function that asks for a GPU or for memory can still be tried out. At least one fits. */
    @Override
    public int capacity(WorkerShape shape) {
        return shape.numCpus() <= 0 ? cpus : Math.max(1, (int) (cpus / shape.numCpus()));
    }

    @Override
    public boolean waitsForRoom() {
        return false;
    }

    @Override
    public Worker start(WorkerShape shape) {
        ThreadWorker worker = new ThreadWorker(started.incrementAndGet());
        workers.add(worker);
        return worker;
    }

    @Override
    public StoredValue put(byte[] value) {
        return () -> value;
    }

    @Override
    public int storedValuesPerCall() {
        return Integer.MAX_VALUE;
    }

    @Override
    public ValueStore named() {
        return named.orElseGet(WorkerPort.super::named);
    }

    @Override
    public void close() {
        workers.forEach(ThreadWorker::kill);
    }

    private final class ThreadWorker implements Worker {
        private final String name;
        private final Dispatcher dispatcher = new Dispatcher(loader);
        private final ExecutorService thread;
        private final ExecutorService beside;
        private final Set<CompletableFuture<byte[]>> underWay = ConcurrentHashMap.newKeySet();

        ThreadWorker(int number) {
            name = "worker " + number;
            thread = OneThread.named("eagleray-worker-" + number, loader);
            beside = OneThread.named("eagleray-beside-" + number, loader);
        }

        @Override
        public CompletableFuture<byte[]> call(byte[] request, List<StoredValue> values) {
            return call(thread, request, values);
        }

        @Override
        public CompletableFuture<byte[]> callBeside(byte[] request) {
            return call(beside, request, List.of());
        }

        @SuppressWarnings("CollectionUndefinedEquality") // identity is meant
        private CompletableFuture<byte[]> call(ExecutorService thread, byte[] request, List<StoredValue> values) {
            CompletableFuture<byte[]> answer = new CompletableFuture<>();
            underWay.add(answer);
            answer.whenComplete((done, failure) -> underWay.remove(answer));
            try {
                thread.execute(() -> answer(request, values, answer));
            } catch (RejectedExecutionException e) {
                answer.completeExceptionally(new WorkerDiedException(name + " has been ended", e));
            }
            return answer;
        }

        private void answer(byte[] request, List<StoredValue> values, CompletableFuture<byte[]> answer) {
            try {
                answer.complete(dispatcher.apply(
                        request, values.stream().map(StoredValue::get).toList()));
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        }

        @Override
        public void release() {
            kill();
        }

        @Override
        public void kill() {
            thread.shutdownNow();
            beside.shutdownNow();
            dispatcher.end();
            workers.remove(this);
            underWay.forEach(answer -> answer.completeExceptionally(new WorkerDiedException(name + " was ended")));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
