package io.eagleray.parallel;

import io.eagleray.client.ConfigurationException;
import java.util.concurrent.CompletableFuture;

/**
 * What {@code Parallel} needs of the place where it runs: threads of this JVM, or actors of a Ray. Only bytes cross it.
 * One port serves one execution; closing it ends its workers and releases its stored values.
 */
public interface WorkerPort extends AutoCloseable {

    /**
     * How many workers of a shape the place can run at once, as it is now.
     *
     * @param shape what a worker holds
     * @return the number; 0 when not even one fits
     */
    int capacity(WorkerShape shape);

    /**
     * Whether a worker for which there is no room waits until there is, and the place sees by it what is wanted.
     *
     * @return false where any worker starts at once
     */
    boolean waitsForRoom();

    /**
     * Starts a worker, without waiting until it is up.
     *
     * @param shape what it holds
     * @return the worker
     */
    Worker start(WorkerShape shape);

    /**
     * Looks at what is waited for in the place, whoever does.
     *
     * @return what it is; fails, or never completes, where it cannot be seen
     */
    default CompletableFuture<Demand> demand() {
        return CompletableFuture.completedFuture(Demand.NONE);
    }

    /**
     * Stores a value once, for any number of calls.
     *
     * @param value the encoded value
     * @return the stored value
     */
    StoredValue put(byte[] value);

    /**
     * How many stored values one call can carry.
     *
     * @return the number
     */
    int storedValuesPerCall();

    /**
     * The values that stay in the place under names when the port is closed.
     *
     * @return where they are
     * @throws ConfigurationException when the place keeps none, as a worker
     */
    default ValueStore named() {
        throw new ConfigurationException("a remote function cannot ask for named values, but its task can: give the"
                + " function a parameter for the value, and let the task call it with NamedValue.ref()");
    }

    /** Ends the workers, whatever they do, and releases the stored values. */
    @Override
    void close();
}
