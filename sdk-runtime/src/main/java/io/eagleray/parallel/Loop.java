package io.eagleray.parallel;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Runs actions in their order, never two at once. It has a thread of its own, which begins when it is first needed and
 * ends when it idles; a thread that brings an answer and has nothing else to do may run actions as well, for waking
 * another one takes longer than most of them.
 */
final class Loop {
    private static final int MOST_HERE = 16;

    private final Queue<Runnable> actions = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    // guarded by this
    private @Nullable ScheduledThreadPoolExecutor thread;
    private boolean closed;

    /**
     * Runs an action on the thread of the loop.
     *
     * @throws RejectedExecutionException when the loop is closed
     */
    void post(Runnable action) {
        ScheduledThreadPoolExecutor own = thread();
        actions.add(action);
        if (!busy.get()) { // else whoever runs actions finds it
            own.execute(() -> drain(Integer.MAX_VALUE));
        }
    }

    /**
     * Runs an action on this thread, unless another one is at it; with it a few others that wait.
     *
     * @throws RejectedExecutionException when the loop is closed
     */
    void postHere(Runnable action) {
        ScheduledThreadPoolExecutor own = thread();
        actions.add(action);
        if (!drain(MOST_HERE)) {
            own.execute(() -> drain(Integer.MAX_VALUE));
        }
    }

    /**
     * Runs an action on this thread if nothing else runs or waits.
     *
     * @return whether it has run
     * @throws RejectedExecutionException when the loop is closed
     */
    boolean runHere(Runnable action) {
        ScheduledThreadPoolExecutor own = thread();
        if (!actions.isEmpty() || !busy.compareAndSet(false, true)) {
            return false;
        }
        try {
            action.run();
        } finally {
            busy.set(false);
            if (!actions.isEmpty()) {
                own.execute(() -> drain(Integer.MAX_VALUE));
            }
        }
        return true;
    }

    /**
     * Posts an action after a while.
     *
     * @return cancels it
     * @throws RejectedExecutionException when the loop is closed
     */
    Runnable schedule(Runnable action, Duration wait) {
        var scheduled = thread().schedule(() -> postHere(action), wait.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    /** Runs a last action, unless none was ever posted, and ends the thread. What comes too late is rejected. */
    void close(Runnable last) {
        ScheduledThreadPoolExecutor own;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            own = thread;
        }
        if (own != null) {
            CompletableFuture<Void> ended = new CompletableFuture<>();
            actions.add(() -> {
                try {
                    last.run();
                } finally {
                    ended.complete(null);
                }
            });
            own.execute(() -> drain(Integer.MAX_VALUE));
            ended.join();
            own.shutdownNow();
            drain(Integer.MAX_VALUE); // what was posted meanwhile learns that all has ended
        }
    }

    /** Runs what waits, up to a number of actions; whether nothing is left that nobody cares for. */
    private boolean drain(int most) {
        int left = most;
        while (!actions.isEmpty() && busy.compareAndSet(false, true)) {
            try {
                for (Runnable next = actions.poll(); next != null; next = left > 0 ? actions.poll() : null) {
                    left--;
                    next.run();
                }
            } finally {
                busy.set(false);
            }
            if (left <= 0) {
                return actions.isEmpty();
            }
        }
        return true;
    }

    private synchronized ScheduledThreadPoolExecutor thread() {
        if (closed) {
            throw new RejectedExecutionException("the loop is closed");
        }
        ScheduledThreadPoolExecutor own = thread;
        if (own == null) {
            own = new ScheduledThreadPoolExecutor(1, DaemonThreads.named("eagleray-fan-out"));
            own.setRemoveOnCancelPolicy(true);
            own.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            own.setKeepAliveTime(1, TimeUnit.SECONDS);
            own.allowCoreThreadTimeOut(true);
            thread = own;
        }
        return own;
    }
}
