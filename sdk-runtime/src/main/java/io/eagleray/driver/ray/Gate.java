package io.eagleray.driver.ray;

import io.eagleray.client.BackendException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets calls into Ray only while it is connected. Its native library ends the whole JVM when it is called after it was
 * shut down, and crashes when it is shut down while it is called.
 */
final class Gate {
    private static final long PATIENCE_SECONDS = 5;

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private volatile boolean closed;

    /** Makes a call, which must not take long; fails once the gate is closed. */
    <T> T pass(Supplier<T> call) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new BackendException("the connection to Ray has been closed");
            }
            return call.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Makes a call; once the gate is closed there is nothing that it could do. */
    void passIfOpen(Runnable call) {
        lock.readLock().lock();
        try {
            if (!closed) {
                call.run();
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Waits until nobody is inside, and closes.
     *
     * @throws BackendException when somebody stays inside: Ray's library does not come back from some calls when the head
     *     has died during them. Then the gate is closed, but Ray is not shut down, for that would crash
     */
    void close(Runnable shutdown) {
        if (!enterAlone()) {
            closed = true;
            throw new BackendException("a call hangs in Ray's native library, so this JVM can neither disconnect nor"
                    + " connect again: use another JVM");
        }
        try {
            if (!closed) {
                closed = true;
                shutdown.run();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean enterAlone() {
        try {
            return lock.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lock.writeLock().tryLock();
        }
    }
}
