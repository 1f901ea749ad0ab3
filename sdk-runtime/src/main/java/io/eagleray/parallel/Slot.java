package io.eagleray.parallel;

import io.eagleray.client.EaglerayException;
import io.eagleray.client.LogLine;
import io.eagleray.client.WorkerDiedException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A worker, and the calls that it runs right now. Only the loop of its fan-out touches it. */
final class Slot {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration FROZEN = Duration.ofSeconds(30);

    private final Pool pool;
    private final FanOut fanOut;
    private final Worker worker;
    private boolean starting = true;
    private boolean ended;
    private boolean interrupted;
    private boolean leaving;
    private boolean asked;
    private final long startedAt = System.nanoTime();
    private long upAt;
    private long askedAt;
    private long beganAt;
    private long idleSince;
    private @Nullable Policy policy;
    private List<PendingCall> running = List.of();
    private Set<Long> constants = Set.of();

    /** A worker that has just been started; it is idle once it has answered the greeting. */
    Slot(Pool pool, FanOut fanOut, Worker worker) {
        this.pool = pool;
        this.fanOut = fanOut;
        this.worker = worker;
        worker.call(WorkerRequest.GREETING, List.of())
                .whenComplete((answer, failure) -> fanOut.answered(() -> greeted(failure)));
    }

    boolean starting() {
        return starting;
    }

    boolean idle() {
        return !starting && !ended && running.isEmpty();
    }

    boolean idleFor(Duration time) {
        return idle() && System.nanoTime() - idleSince >= time.toNanos();
    }

    /** Whether it may go: it is up, has not been asked yet, and starting it took no longer than it has been of use. */
    boolean mayLeave() {
        return !starting && !leaving && System.nanoTime() - upAt >= upAt - startedAt;
    }

    /** Ends it as soon as no call runs on it. */
    void leave() {
        leaving = true;
        if (idle()) {
            pool.spent(this, List.of());
        }
    }

    boolean isLeaving() {
        return leaving;
    }

    private void greeted(@Nullable Throwable failure) {
        starting = false;
        upAt = System.nanoTime();
        idleSince = upAt;
        if (ended) {
            return;
        }
        if (failure != null) {
            pool.didNotStart(this, unwrapped(failure));
        } else {
            pool.ready();
        }
    }

    /** Nothing that goes wrong here may leave a call without an end. */
    void run(List<PendingCall> calls, Policy policy, Duration patience) {
        try {
            begin(calls, policy, patience);
        } catch (RuntimeException | Error e) {
            calls.forEach(call -> call.outcome.completeExceptionally(e));
            running = List.of();
            asked = false;
        }
    }

    private void begin(List<PendingCall> calls, Policy policy, Duration patience) {
        Chunk chunk = Chunk.encode(calls, policy, patience, fanOut, constants);
        if (chunk.calls().isEmpty()) {
            return;
        }
        running = chunk.calls();
        this.policy = policy;
        interrupted = false;
        beganAt = System.nanoTime();
        constants = chunk.constants();
        if (running.size() == 1) {
            running.get(0).worker = worker;
        }
        send(chunk.request(), chunk.stored());
        pool.handBack(chunk.rest());
    }

    /** Gives the worker up if it has not answered for too long. */
    void look() {
        if (!asked) {
            return;
        }
        long now = System.nanoTime();
        if (now - askedAt > fanOut.silence().toNanos()) {
            silent();
        } else if (now - beganAt > bound()) {
            pool.frozen(this, running);
        }
    }

    /** The worker watches the time of its calls itself; this bound is for one that does not even answer. */
    private long bound() {
        return Objects.requireNonNull(policy)
                .timeout()
                .map(timeout ->
                        timeout.multipliedBy(running.size()).plus(FROZEN).toNanos())
                .orElse(Long.MAX_VALUE);
    }

    private void send(byte[] request, List<StoredValue> stored) {
        asked = true;
        askedAt = System.nanoTime();
        worker.call(request, stored)
                .whenComplete((answer, failure) -> fanOut.answered(() -> answered(answer, failure)));
    }

    /** Ray does not notice a worker that is stopped, or swapped out for good. */
    private void silent() {
        pool.died(
                this,
                release(0),
                new WorkerDiedException(worker + " did not answer for " + fanOut.silence() + " and was ended"));
    }

    private void answered(byte @Nullable [] bytes, @Nullable Throwable failure) {
        asked = false;
        if (ended) {
            return;
        }
        try {
            if (bytes != null) {
                take(Messages.answer(bytes));
            } else {
                Throwable cause = unwrapped(Objects.requireNonNull(failure));
                if (cause instanceof WorkerDiedException) {
                    pool.died(this, release(0), cause);
                } else {
                    pool.broken(this, release(0), cause);
                }
            }
        } catch (EaglerayException e) {
            pool.broken(this, release(0), e);
        }
    }

    private void take(WorkerAnswer answer) {
        passOn(answer);
        int finished = answer.count();
        pool.answered(running.subList(0, finished), answer, Objects.requireNonNull(policy));
        if (answer.spent()) {
            pool.spent(this, release(finished));
        } else if (answer.running()) {
            PendingCall current = running.get(finished);
            List<PendingCall> notBegun = List.copyOf(running.subList(finished + 1, running.size()));
            running = List.of(current);
            pool.handBack(notBegun);
            goOn(current);
        } else if (leaving) {
            pool.spent(this, release(finished));
        } else {
            pool.handBack(release(finished));
            pool.ready();
        }
    }

    private void goOn(PendingCall current) {
        if (!current.outcome.isDone()) {
            send(Messages.encode(new WorkerRequest.Continue(ChunkSize.MOST_PATIENCE)), List.of());
        } else if (!interrupted) {
            interrupted = true;
            send(Messages.encode(new WorkerRequest.Interrupt(GRACE)), List.of());
        } else {
            pool.spent(this, release(0));
        }
    }

    /** The calls from one on; the worker has nothing more to do with any of its calls. */
    private List<PendingCall> release(int from) {
        List<PendingCall> released = List.copyOf(running.subList(from, running.size()));
        running = List.of();
        idleSince = System.nanoTime();
        return released;
    }

    private void passOn(WorkerAnswer answer) {
        FanOut.Owner owner = fanOut.owner();
        answer.logs()
                .forEach(line ->
                        owner.logs().accept(new LogLine(line.time(), worker.toString(), line.level(), line.text())));
        answer.progress().forEach(owner.progress()::accept);
    }

    void fail(Throwable cause) {
        running.forEach(call -> call.outcome.completeExceptionally(cause));
        if (idle()) {
            release();
        } else {
            end();
        }
    }

    void release() {
        ended = true;
        worker.release();
    }

    void end() {
        ended = true;
        asked = false;
        worker.kill();
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
