package io.eagleray.parallel;

import io.eagleray.client.WorkerDiedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Threads that come up when there are CPUs for them, in the order in which they were started, as Ray's actors do. */
final class NarrowPort implements WorkerPort {
    private final ThreadPort threads;

    // guarded by this
    private final Deque<Place> queue = new ArrayDeque<>();
    private int cpus;
    private int free;
    private int mostWaiting;
    private List<Demand.Request> elsewhere = List.of();
    private int looks;
    private boolean blind;

    NarrowPort(int cpus) {
        this.threads = new ThreadPort(NarrowPort.class.getClassLoader(), cpus);
        this.cpus = cpus;
        this.free = cpus;
    }

    /** A node joins. */
    synchronized void grow(int more) {
        cpus += more;
        free += more;
        serve();
    }

    /** Somebody waits for what nobody here has. */
    synchronized void waitFor(Demand.Request request) {
        elsewhere = List.of(request);
    }

    /** What is waited for cannot be seen any more. */
    synchronized void goBlind() {
        blind = true;
    }

    /** How often it was looked at what is waited for. */
    synchronized int looks() {
        return looks;
    }

    /** How many CPUs nobody holds. */
    synchronized int free() {
        return free;
    }

    @Override
    public synchronized CompletableFuture<Demand> demand() {
        looks++;
        return blind
                ? CompletableFuture.failedFuture(new IllegalStateException("cannot be seen"))
                : CompletableFuture.completedFuture(new Demand(
                        Stream.concat(
                                        elsewhere.stream(),
                                        queue.stream()
                                                .map(place -> new Demand.Request(
                                                        Map.of("CPU", (double) place.cpus), Set.of("CPU"), 1)))
                                .toList(),
                        Map.of("CPU", (double) (cpus - free))));
    }

    /** How many workers wait for room. */
    synchronized int waiting() {
        return queue.size();
    }

    /** How many workers waited for room at once, at most. */
    synchronized int mostWaiting() {
        return mostWaiting;
    }

    /** Whether all CPUs have been given back. */
    synchronized boolean isFree() {
        return free == cpus && queue.isEmpty();
    }

    @Override
    public synchronized int capacity(WorkerShape shape) {
        return (int) (cpus / shape.numCpus());
    }

    @Override
    public boolean waitsForRoom() {
        return true;
    }

    @Override
    public synchronized Worker start(WorkerShape shape) {
        Place place = new Place(threads.start(shape), (int) shape.numCpus());
        queue.add(place);
        serve();
        mostWaiting = Math.max(mostWaiting, queue.size());
        return place;
    }

    private synchronized void serve() {
        while (!queue.isEmpty() && queue.element().cpus <= free) {
            Place next = queue.remove();
            free -= next.cpus;
            next.up.complete(null);
        }
    }

    private synchronized void giveBack(Place place) {
        if (!queue.remove(place) && place.up.isDone() && !place.ended) {
            free += place.cpus;
        }
        place.ended = true;
        serve();
    }

    private final class Place implements Worker {
        private final Worker thread;
        private final int cpus;
        private final CompletableFuture<Void> up = new CompletableFuture<>();
        private boolean ended;

        Place(Worker thread, int cpus) {
            this.thread = thread;
            this.cpus = cpus;
        }

        @Override
        public CompletableFuture<byte[]> call(byte[] request, List<StoredValue> values) {
            return up.thenCompose(there -> thread.call(request, values));
        }

        @Override
        public CompletableFuture<byte[]> callBeside(byte[] request) {
            return thread.callBeside(request);
        }

        @Override
        public void kill() {
            thread.kill();
            giveBack(this);
            up.completeExceptionally(new WorkerDiedException("ended while it waited"));
        }

        @Override
        public void release() {
            kill();
        }
    }

    @Override
    public StoredValue put(byte[] value) {
        return threads.put(value);
    }

    @Override
    public int storedValuesPerCall() {
        return threads.storedValuesPerCall();
    }

    @Override
    public void close() {
        threads.close();
    }
}
