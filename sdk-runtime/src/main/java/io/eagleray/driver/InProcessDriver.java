package io.eagleray.driver;

import io.eagleray.call.ValueType;
import io.eagleray.client.LogLine;
import io.eagleray.client.LogSink;
import io.eagleray.client.ProgressSink;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.TaskTimeoutException;
import io.eagleray.parallel.Backoff;
import io.eagleray.parallel.FanOut;
import io.eagleray.parallel.Retryable;
import io.eagleray.parallel.Scope;
import io.eagleray.parallel.WorkerPort;
import io.eagleray.wire.Calls;
import io.eagleray.wire.Calls.DecodedCall;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Errors;
import io.eagleray.wire.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a task's body in this JVM: breakpoints hit, and its remote functions go to the workers of a port. One driver runs
 * one submission, with its retries, on the thread that calls {@link #run()}.
 */
public final class InProcessDriver {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Submission submission;
    private final ClassLoader loader;
    private final Supplier<WorkerPort> ports;
    private final LogSink logs;
    private final ProgressSink progress;
    private volatile @Nullable Throwable failure;

    /**
     * A driver.
     *
     * @param submission what to run
     * @param loader the loader of the user's code
     * @param ports opens a port for each attempt; the driver closes it
     * @param logs takes what the task and its workers log
     * @param progress takes what they report
     */
    public InProcessDriver(
            Submission submission,
            ClassLoader loader,
            Supplier<WorkerPort> ports,
            LogSink logs,
            ProgressSink progress) {
        this.submission = submission;
        this.loader = loader;
        this.ports = ports;
        this.logs = logs;
        this.progress = progress;
    }

    /**
     * Runs the task until it has ended for good. An interrupt of this thread cancels it.
     *
     * @return how it ended; never fails
     */
    public Envelope run() {
        warnOfEnvironment();
        for (int number = 1; ; number++) {
            Envelope envelope = once(number);
            Throwable thrown = failure;
            if (thrown == null
                    || number > submission.spec().retries()
                    || !Retryable.matches(thrown, submission.spec().retryOn())
                    || !pause(number)) {
                return envelope;
            }
        }
    }

    /**
     * Runs one attempt, where somebody else sees to further ones. An interrupt of this thread cancels it.
     *
     * @param number which one it is; the first is 1
     * @return how it ended; never fails
     */
    public Envelope run(int number) {
        warnOfEnvironment();
        return once(number);
    }

    /**
     * What the last attempt ended with, as this process has it.
     *
     * @return the exception; empty when there was none, or the attempt was cancelled
     */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    private Envelope once(int number) {
        failure = null;
        try {
            return new Envelope.Ok(attempt(number));
        } catch (Interrupt e) {
            Thread.currentThread().interrupt();
            return new Envelope.Cancelled("interrupted");
        } catch (Throwable e) {
            failure = e;
            return ended(e);
        }
    }

    /** A JVM cannot change its environment; what a task would look for in vain is said. */
    private void warnOfEnvironment() {
        Map<String, String> wanted = new TreeMap<>(submission.spec().env());
        wanted.putAll(submission.env());
        wanted.entrySet().removeIf(variable -> variable.getValue().equals(System.getenv(variable.getKey())));
        if (!wanted.isEmpty()) {
            String text = "the task runs inside this JVM, which has not the environment variables " + wanted.keySet()
                    + " that it asks for: set them before this JVM starts";
            logs.accept(new LogLine(Instant.now(), "driver", "WARN", text));
        }
    }

    private static Envelope ended(Throwable failure) {
        return failure instanceof TaskCancelledException
                        && Thread.currentThread().isInterrupted()
                ? new Envelope.Cancelled("interrupted")
                : new Envelope.Error(Errors.explained(failure));
    }

    private static boolean pause(int failures) {
        try {
            Thread.sleep(Backoff.after(failures).toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One attempt, on a thread of its own, so that a body that takes too long can be left behind. */
    private byte[] attempt(int attempt) throws Throwable {
        FanOut.Owner owner = new FanOut.Owner(submission.id(), submission.spec().name(), logs, progress);
        try (FanOut fanOut = FanOut.over(ports.get(), owner)) {
            FutureTask<byte[]> body =
                    new FutureTask<>(() -> new Scope(owner, attempt, "driver", fanOut).call(() -> body(fanOut)));
            Thread thread = new Thread(null, body, "eagleray-task-" + submission.id(), 0, false);
            thread.setContextClassLoader(loader);
            thread.setDaemon(true);
            thread.start();
            try {
                return submission.timeout().isPresent()
                        ? body.get(submission.timeout().get().toNanos(), TimeUnit.NANOSECONDS)
                        : body.get();
            } catch (ExecutionException e) {
                throw thrown(e);
            } catch (TimeoutException e) {
                body.cancel(true);
                throw new TaskTimeoutException(submission.spec().name() + " took longer than its timeout of "
                        + submission.timeout().orElseThrow() + "; raise the timeout, or make it faster");
            } catch (InterruptedException e) {
                body.cancel(true);
                awaitEnd(thread);
                throw new Interrupt(e);
            }
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // asked twice: it is left behind
        }
    }

    /** An interrupt of the driver; an InterruptedException that the body throws of its own accord is a failure. */
    private static final class Interrupt extends Exception {
        private static final long serialVersionUID = 1;

        Interrupt(InterruptedException cause) {
            super(cause);
        }
    }

    private byte[] body(FanOut fanOut) throws Exception {
        DecodedCall call = Calls.decode(submission.call(), loader);
        ValueType result = call.function().result();
        try {
            return Values.encode(invoke(call), result);
        } finally {
            fanOut.cancelOpen();
        }
    }

    private static @Nullable Object invoke(DecodedCall call) throws Exception {
        try {
            return call.function().invoker().invoke(call.arguments());
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new ExecutionException(e);
        }
    }

    private static Throwable thrown(ExecutionException e) {
        Throwable cause = Objects.requireNonNull(e.getCause());
        return cause instanceof ExecutionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : cause;
    }
}
