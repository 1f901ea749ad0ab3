package io.eagleray.parallel;

import io.eagleray.client.EaglerayException;
import io.eagleray.client.LogLine;
import io.eagleray.client.WorkerDiedException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A worker, and the calls that it runs right now. Only the loop of its fan-out touches it. */
final class Slot {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration FROZEN = Duration.ofSeconds(30);
    private static final Duration QUICK = Duration.ofMillis(100);
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final Pool pool;
    private final FanOut fanOut;
    private final Worker worker;
    private boolean starting = true;
    private boolean ended;
    private boolean interrupted;
    private boolean leaving;
    private boolean asked;
    private boolean askedBeside;
    private boolean quick;
    private long number;
    private final long startedAt = System.nanoTime();
    private long upAt;
    private long heardAt;
    private long beganAt;
    private long idleSince;
    private @Nullable Policy policy;
    private List<PendingCall> running = List.of();
    private Set<Long> constants = Set.of();

    /**
     * What is expected of calls.
     *
     * @param quick whether they end very soon
     * @param patience how long the worker may take before it answers with what it has
     */
    record Pace(boolean quick, Duration patience) {}

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

    /** How many calls it makes right now. */
    int calls() {
        return running.size();
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
    void run(List<PendingCall> calls, Policy policy, Pace pace) {
        try {
            begin(calls, policy, pace);
        } catch (RuntimeException | Error e) {
            calls.forEach(call -> call.outcome.completeExceptionally(e));
            running = List.of();
            asked = false;
        }
    }

    private void begin(List<PendingCall> calls, Policy policy, Pace pace) {
        number = NUMBERS.incrementAndGet();
        Chunk chunk = Chunk.encode(calls, policy, pace, number, fanOut, constants);
        if (chunk.calls().isEmpty()) {
            return;
        }
        running = chunk.calls();
        this.policy = policy;
        quick = pace.quick();
        askedBeside = false;
        interrupted = false;
        beganAt = System.nanoTime();
        heardAt = beganAt;
        constants = chunk.constants();
        if (running.size() == 1) {
            running.get(0).worker = worker;
        }
        follow(worker.call(chunk.request(), chunk.stored()), false);
        pool.handBack(chunk.rest());
    }

    /** Gives the worker up if it has not answered for too long. */
    void look() {
        if (!asked) {
            return;
        }
        long now = System.nanoTime();
        if (now - heardAt > fanOut.silence().toNanos()) {
            silent();
        } else if (now - beganAt > bound()) {
            pool.frozen(this, running);
        } else if (quick && !askedBeside && now - heardAt > QUICK.toNanos()) {
            ask(new WorkerRequest.Continue(number, ChunkSize.MOST_PATIENCE));
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

    /** Asks about the calls that run. */
    private void ask(WorkerRequest request) {
        byte[] encoded = Messages.encode(request);
        askedBeside = quick;
        follow(quick ? worker.callBeside(encoded) : worker.call(encoded, List.of()), quick);
    }

    private void follow(CompletableFuture<byte[]> answering, boolean beside) {
        asked = true;
        long about = number;
        answering.whenComplete((answer, failure) -> fanOut.answered(() -> {
            if (!ended && about == number) {
                answered(answer, failure, beside);
            }
        }));
    }

    /** Ray does not notice a worker that is stopped, or swapped out for good. */
    private void silent() {
        pool.died(
                this,
                release(0),
                new WorkerDiedException(worker + " did not answer for " + fanOut.silence() + " and was ended"));
    }

    private void answered(byte @Nullable [] bytes, @Nullable Throwable failure, boolean beside) {
        askedBeside &= !beside;
        try {
            if (bytes != null) {
                WorkerAnswer answer = Messages.answer(bytes);
                if (!answer.elsewhere()) {
                    asked = false;
                    heardAt = System.nanoTime();
                    take(answer);
                }
            } else {
                asked = false;
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
            ask(new WorkerRequest.Continue(number, ChunkSize.MOST_PATIENCE));
        } else if (!interrupted) {
            interrupted = true;
            ask(new WorkerRequest.Interrupt(number, GRACE));
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
