package io.eagleray.backend;

import io.eagleray.bundle.Bundle;
import io.eagleray.client.BackendException;
import io.eagleray.client.EaglerayException;
import io.eagleray.parallel.DaemonThreads;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A class path is made ready to ship while something else is done. */
public final class Bundling {
    private final FutureTask<Bundle> bundle;

    private Bundling(FutureTask<Bundle> bundle) {
        this.bundle = bundle;
    }

    /**
     * Begins.
     *
     * @param bundle makes it, on a thread of its own
     * @return what is under way
     */
    public static Bundling begin(Callable<Bundle> bundle) {
        Bundling bundling = new Bundling(new FutureTask<>(bundle));
        DaemonThreads.start("eagleray-bundling", bundling.bundle);
        return bundling;
    }

    /**
     * Waits until it is done.
     *
     * @return what is shipped
     * @throws EaglerayException what is wrong with the class path
     * @throws InterruptedException when the thread is interrupted; it goes on being made
     */
    public Bundle await() throws InterruptedException {
        try {
            return bundle.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EaglerayException known
                    ? known
                    : new BackendException(
                            "the class path cannot be made ready to ship: " + e.getCause(), e.getCause());
        }
    }
}
