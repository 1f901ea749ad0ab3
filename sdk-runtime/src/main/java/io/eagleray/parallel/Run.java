package io.eagleray.parallel;

import io.eagleray.client.LogLine;
import io.eagleray.client.Progress;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.TaskTimeoutException;
import io.eagleray.parallel.WorkerRequest.Work;
import io.eagleray.wire.BlockReader;
import io.eagleray.wire.BlockWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one request. One thread makes them, one after the other; another asks for answers, watches the time of
 * each, and stops the thread from beginning another call once it has answered. The thread of quick calls answers itself,
 * unless somebody has asked before they have ended.
 */
final class Run implements Runnable {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final long SPIN_NANOS = Runtime.getRuntime().availableProcessors() > 1 ? 100_000 : 0;
    private static final int MOST_LOG_LINES = 10_000;

    private final Work work;
    private final Calling.Given given;
    private final Functions functions;
    private final MemoryReserve reserve;
    private final Runnable atEnd;

    // guarded by this
    private BlockWriter ends = new BlockWriter();
    private final List<LogLine> logs = new ArrayList<>();
    private @Nullable Progress progress;
    private @Nullable Thread thread;
    private @Nullable Calling calls;
    private long nanos;
    private long firstNanos;
    private long callStarted;
    private int begun;
    private boolean calling;
    private boolean lateCall;
    private boolean stopped;
    private volatile boolean done;
    private boolean spent;
    private boolean askedAbout;
    private boolean told;
    private @Nullable Throwable failure;

    Run(Work work, Calling.Given given, Functions functions, MemoryReserve reserve, Runnable atEnd) {
        this.work = work;
        this.given = given;
        this.functions = functions;
        this.reserve = reserve;
        this.atEnd = atEnd;
    }

    @Override
    public void run() {
        String path = work.path() + FanOut.Owner.STEP + work.function();
        FanOut.Owner owner = new FanOut.Owner(work.executionId(), work.task(), path, this::log, this::report);
        try (FanOut nested = FanOut.over(new ThreadPort(functions.loader(), 1), owner)) {
            Scope scope = new Scope(owner, work.attempt(), "worker", nested);
            Calling function = begin(new Calling(work, given, functions, scope, reserve));
            BlockReader next = new BlockReader(work.calls());
            for (boolean more = begin(System.nanoTime()); more; ) {
                if (!next.next()) {
                    throw new IllegalStateException("the request has fewer than its " + work.count() + " calls");
                }
                more = end(function.call(next), function.isOutOfMemory());
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            endAll();
        }
    }

    /** Whatever goes wrong, who waits for an answer hears of the end. */
    private void endAll() {
        try {
            atEnd.run();
        } finally {
            finish();
        }
    }

    private synchronized Calling begin(Calling function) {
        calls = function;
        return function;
    }

    private synchronized boolean begin(long now) {
        stopped |= work.quick() && Thread.currentThread().isInterrupted(); // its worker is ended
        if (stopped || begun == work.count()) {
            return false;
        }
        begun++;
        calling = true;
        callStarted = now;
        thread = Thread.currentThread();
        return true;
    }

    /**
     * Ends a call, and begins the next one: most are over so soon that locks and clocks would take longer. What lives on
     * after memory was exhausted may have lost anything, so nothing else is begun.
     */
    private synchronized boolean end(Calling.Ended item, boolean outOfMemory) {
        long now = System.nanoTime();
        calling = false;
        thread = null;
        Thread.interrupted(); // an interrupt that came too late is not the next call's
        nanos += now - callStarted;
        firstNanos = begun == 1 ? nanos : firstNanos;
        add(lateCall ? late() : item);
        spent |= outOfMemory;
        stopped |= outOfMemory || ends.size() >= Messages.FULL;
        if (stopped || begun == work.count()) { // who waits takes it at once, so its last line has to be there
            atEnd.run();
        }
        if (lateCall || stopped) { // who waits for an answer is not woken for each call
            lateCall = false;
            notifyAll();
        }
        return begin(now);
    }

    private void add(Calling.Ended item) {
        ends.piece(() -> {
            ends.number(item.how());
            ends.bytes(item.bytes());
        });
    }

    private synchronized void fail(Throwable e) {
        failure = e;
    }

    private synchronized void finish() {
        done = true;
        notifyAll();
    }

    synchronized void log(LogLine line) {
        if (logs.size() < MOST_LOG_LINES) {
            logs.add(line);
        }
    }

    private synchronized void report(Progress report) {
        progress = report;
    }

    synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    long number() {
        return work.number();
    }

    /** Ends it: no other call is begun. */
    synchronized void stop() {
        stopped = true;
        interrupt();
    }

    /** What there is to say on the thread that has made the calls. */
    synchronized WorkerAnswer answer() {
        if (askedAbout) {
            return WorkerAnswer.ELSEWHERE;
        }
        told = true;
        return taken(false, false);
    }

    /** What there is once all calls have ended, or patience has. */
    WorkerAnswer answer(Duration patience) {
        for (long start = System.nanoTime(); !done && System.nanoTime() - start < SPIN_NANOS; ) {
            Thread.onSpinWait(); // waking this thread takes longer than most single calls
        }
        return answerBy(System.nanoTime() + patience.toNanos());
    }

    private synchronized WorkerAnswer answerBy(long deadline) {
        if (told) {
            return WorkerAnswer.ELSEWHERE;
        }
        askedAbout = true;
        try {
            boolean stuck = await(deadline);
            stopped = true;
            return taken(calling && !stuck, stuck);
        } catch (InterruptedException e) {
            stop(); // also what has not begun yet
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("the worker was ended", e);
        }
    }

    /** Waits, and ends calls that take too long; whether one of those cannot be ended. */
    private boolean await(long deadline) throws InterruptedException {
        long timeout = work.timeout().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        while (!done && (calling || !stopped)) {
            long now = System.nanoTime();
            long left = timeout - (calling ? now - callStarted : 0); // of a call that begins meanwhile there is more
            if (left <= 0) {
                if (!endLateCall()) {
                    return true;
                }
            } else if (now - deadline >= 0) {
                return false;
            } else {
                long wait = Math.min(deadline - now, left);
                wait(wait / 1_000_000, (int) (wait % 1_000_000));
            }
        }
        return false;
    }

    private boolean endLateCall() throws InterruptedException {
        lateCall = true;
        interrupt();
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (lateCall) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                add(late());
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return true;
    }

    private Calling.Ended late() {
        return Calling.failed(
                new TaskTimeoutException(Objects.requireNonNull(calls).name() + " took longer than its timeout of "
                        + work.timeout().orElseThrow() + "; raise timeout in @Remote, or make it faster"),
                work.retryOn());
    }

    private WorkerAnswer taken(boolean running, boolean stuck) {
        if (failure != null) {
            throw new IllegalStateException("the thread of the calls has ended: " + failure, failure);
        }
        WorkerAnswer answer = new WorkerAnswer(
                false,
                ends.pieces(),
                ends.toByteArray(),
                running,
                stuck || spent,
                List.copyOf(logs),
                progress == null ? List.of() : List.of(progress),
                usualNanos());
        ends = new BlockWriter();
        logs.clear();
        progress = null;
        nanos = 0;
        firstNanos = 0;
        return answer;
    }

    /** The first call of a request says little about the others: it finds cold what those find warm. */
    private long usualNanos() {
        int count = ends.pieces();
        return firstNanos > 0 && count > 1 ? (nanos - firstNanos) * count / (count - 1) : nanos;
    }
}
