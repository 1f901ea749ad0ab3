package io.eagleray.parallel;

import io.eagleray.call.CatalogFunction;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.LogSink;
import io.eagleray.client.ProgressSink;
import io.eagleray.client.TaskCancelledException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs the remote calls of one execution on the workers of a port. The loop owns all state; callers and workers only post
 * to it.
 */
public final class FanOut implements AutoCloseable {
    /** Workers answer several times a second; what is silent for so long is not just busy with its garbage. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final Duration LOOK = Duration.ofMillis(200);

    private final WorkerPort port;
    private final Owner owner;
    private final Duration silence;
    private final Loop loop = new Loop();
    private final Map<CatalogFunction, Policy> policies = new HashMap<>();
    private final Map<WorkerShape, Pool> pools = new LinkedHashMap<>();
    private final Turns turns = new Turns();
    private final Others others;
    private final OpenCalls open = new OpenCalls();
    private final AtomicLong values = new AtomicLong();
    private boolean watching;
    private volatile boolean closed;

    private FanOut(WorkerPort port, Owner owner, Duration silence) {
        this.port = port;
        this.owner = owner;
        this.silence = silence;
        others = new Others(this, port);
    }

    /**
     * A fan-out over a port, which it closes.
     *
     * @param port where the calls run
     * @param owner the execution they belong to
     * @return the fan-out; nothing is started before the first call
     */
    public static FanOut over(WorkerPort port, Owner owner) {
        return over(port, owner, SILENCE);
    }

    static FanOut over(WorkerPort port, Owner owner, Duration silence) {
        return new FanOut(port, owner, silence);
    }

    /**
     * The execution that a fan-out works for.
     *
     * @param executionId its id
     * @param task the name of its task
     * @param path the task, and the functions through which it came here, outermost first
     * @param logs takes what its workers log
     * @param progress takes what its workers report
     */
    public record Owner(String executionId, String task, String path, LogSink logs, ProgressSink progress) {
        /** What stands between the steps of a path. */
        static final String STEP = " › ";

        /**
         * The execution, where its task runs.
         *
         * @param executionId its id
         * @param task the name of its task
         * @param logs takes what its workers log
         * @param progress takes what its workers report
         */
        public Owner(String executionId, String task, LogSink logs, ProgressSink progress) {
            this(executionId, task, task, logs, progress);
        }
    }

    /** Takes calls; each completes its own future. Calls that need results of others wait for those first. */
    void submit(List<PendingCall> calls) {
        List<PendingCall> ready = new ArrayList<>(calls.size());
        for (PendingCall call : calls) {
            CompletableFuture<?>[] needed = call.dependencies();
            if (needed.length == 0) {
                ready.add(call);
            } else {
                CompletableFuture.allOf(needed).whenComplete((done, failure) -> enqueueOnLoop(List.of(call)));
            }
        }
        enqueueOnLoop(ready);
    }

    /** Takes calls for which nobody waits yet. */
    void submitOpen(List<PendingCall> calls) {
        open.add(calls);
        submit(calls);
    }

    /** Cancels what was submitted and has not ended, with a warning: whoever could ask for it has returned. */
    public void cancelOpen() {
        cancel(open.cancel(owner));
    }

    private void enqueueOnLoop(List<PendingCall> calls) {
        try {
            Runnable enqueuing = () -> guarded(() -> enqueue(calls));
            if (!loop.runHere(enqueuing)) {
                loop.post(enqueuing);
            }
        } catch (RejectedExecutionException e) {
            calls.forEach(call -> call.outcome.completeExceptionally(ended(call)));
        }
    }

    private static TaskCancelledException ended(PendingCall call) {
        return new TaskCancelledException("the execution has ended; " + call + " was not started");
    }

    /** Gives up calls whose futures are cancelled: those that wait never start, those that run are interrupted. */
    void cancel(List<PendingCall> calls) {
        if (!calls.isEmpty()) {
            post(() -> pools.values().forEach(Pool::dropCancelled));
        }
    }

    Owner owner() {
        return owner;
    }

    /** After how long without an answer a worker is given up. */
    Duration silence() {
        return silence;
    }

    int storedValuesPerCall() {
        return port.storedValuesPerCall();
    }

    /** Stores an encoded value for any number of calls. */
    StoredValue put(byte[] value) {
        return port.put(value);
    }

    /** The values that stay when it is closed. */
    ValueStore named() {
        return port.named();
    }

    /** A number that no other value of this fan-out has. */
    long nextValueId() {
        return values.incrementAndGet();
    }

    @Override
    public void close() {
        closed = true;
        loop.close(() -> pools.values().forEach(Pool::close));
        port.close();
    }

    private void enqueue(List<PendingCall> calls) {
        Set<Pool> touched = new LinkedHashSet<>();
        CatalogFunction function = null;
        Pool pool = null;
        for (PendingCall call : calls) {
            try {
                if (closed) {
                    throw ended(call);
                }
                if (pool == null || !call.call.function().equals(function)) {
                    function = call.call.function();
                    pool = pool(function);
                    touched.add(pool);
                }
                pool.add(call);
            } catch (EaglerayException e) {
                call.outcome.completeExceptionally(e);
            }
        }
        touched.forEach(Pool::pump);
    }

    private Pool pool(CatalogFunction function) {
        Policy policy = policies.computeIfAbsent(function, Policy::of);
        return pools.computeIfAbsent(policy.shape(), shape -> new Pool(this, port, shape));
    }

    /** Puts a call back in line after a while. */
    void retry(PendingCall call, Duration wait) {
        schedule(() -> enqueue(List.of(call)), wait);
    }

    /** Looks at the workers from time to time, as long as there are any: a clock for each request would cost too much. */
    void watch() {
        if (!watching) {
            watching = true;
            Duration often = silence.dividedBy(4);
            schedule(this::look, often.compareTo(LOOK) < 0 ? often : LOOK);
        }
    }

    private void look() {
        watching = false;
        pools.values().forEach(Pool::look);
        turns.look(pools.values());
        others.look(pools.values());
        roomMade();
        if (pools.values().stream().anyMatch(pool -> !pool.isEmpty() || pool.hasWaiting())) {
            watch();
        }
    }

    /** Whether nobody else is waiting for what a further worker of the pool would take. */
    boolean mayGrow(Pool pool) {
        return turns.mayGrow(pool);
    }

    /** How many workers a pool may have that wants so many, as long as others wait for what they hold. */
    int most(Pool pool, int wanted) {
        return others.most(pool, wanted);
    }

    /** Ends the idle workers of other shapes, so that they give back what they hold. */
    void makeRoomFor(Pool needy) {
        pools.values().stream().filter(pool -> pool != needy).forEach(Pool::endIdle);
    }

    /** Lets the pools that wait for room try again. */
    void roomMade() {
        pools.values().forEach(Pool::pump);
    }

    Policy policy(CatalogFunction function) {
        Policy policy = policies.get(function);
        if (policy == null) {
            throw new ConfigurationException(function + " was never submitted");
        }
        return policy;
    }

    /** What goes wrong in the loop itself fails every call: none may wait for ever. */
    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            pools.values().forEach(pool -> pool.fail(e));
        }
    }

    /** Runs something on the loop's own thread, or soon; does nothing once the fan-out is closed. */
    void post(Runnable action) {
        try {
            loop.post(() -> guarded(action));
        } catch (RejectedExecutionException e) {
            // closed: what it was about has been cancelled
        }
    }

    /** The same, where a worker's answer arrives. */
    void answered(Runnable action) {
        try {
            loop.postHere(() -> guarded(action));
        } catch (RejectedExecutionException e) {
            // closed: what it was about has been cancelled
        }
    }

    /** Runs something on the loop after a while; does nothing once the fan-out is closed. */
    Runnable schedule(Runnable action, Duration wait) {
        try {
            return loop.schedule(() -> guarded(action), wait);
        } catch (RejectedExecutionException e) {
            return () -> {};
        }
    }
}
