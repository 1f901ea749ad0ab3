package io.eagleray.kuberay;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.bundle.Bundle;
import io.eagleray.client.BackendException;
import io.eagleray.client.EaglerayException;
import io.eagleray.parallel.DaemonThreads;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The class path is made ready to ship while something else is asked for. */
final class Bundling {
    private final FutureTask<Bundle> bundle;

    private Bundling(FutureTask<Bundle> bundle) {
        this.bundle = bundle;
    }

    static Bundling begin(BackendEnvironment environment) {
        Bundling bundling = new Bundling(new FutureTask<>(environment::bundle));
        DaemonThreads.start("eagleray-bundling", bundling.bundle);
        return bundling;
    }

    /**
     * Waits until it is done.
     *
     * @throws EaglerayException what is wrong with the class path
     */
    void await() throws InterruptedException {
        try {
            bundle.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EaglerayException known
                    ? known
                    : new BackendException(
                            "the class path cannot be made ready to ship: " + e.getCause(), e.getCause());
        }
    }
}
