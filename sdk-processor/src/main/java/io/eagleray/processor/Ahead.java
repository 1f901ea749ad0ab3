package io.eagleray.processor;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A value that another thread makes ahead of its need, while the compiler's own goes on. One such thread serves all: a
 * compiler lives for seconds, in which several would only wait for the same classes to be loaded.
 *
 * @param <T> the value
 */
final class Ahead<T> {
    private static final Executor THREAD =
            new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "eagleray-processor");
                thread.setDaemon(true);
                return thread;
            });

    private final FutureTask<T> making;

    private Ahead(Supplier<T> maker) {
        this.making = new FutureTask<>(maker::get);
    }

    static <T> Ahead<T> make(Supplier<T> maker) {
        Ahead<T> ahead = new Ahead<>(maker);
        THREAD.execute(ahead.making);
        return ahead;
    }

    /** Makes the value here, where the other thread has not come to it. */
    void help() {
        making.run();
    }

    /** The value, or what its maker throws. */
    T get() {
        help();
        try {
            return making.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException | CancellationException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the compiler was interrupted", end);
        }
    }
}
