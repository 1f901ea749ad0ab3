package io.eagleray.backend.ray;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendProvider;
import io.eagleray.backend.BackendUri;
import io.eagleray.client.TaskCancelledException;

/** Opens {@code http(s)://host:port}: a Ray that somebody else has started. */
public final class RayProvider implements BackendProvider {

    /** Called by the service loader. */
    public RayProvider() {}

    @Override
    public boolean opens(String scheme) {
        return scheme.equals("http") || scheme.equals("https");
    }

    @Override
    public boolean executionsGoOn() {
        return true;
    }

    @Override
    public Backend open(BackendUri uri, BackendEnvironment environment) {
        HeadOptions options = HeadOptions.of(uri, environment.variables());
        RayJobs jobs = new RayJobs(options);
        try {
            HeadVersion head = jobs.version();
            HeadChecks.requireUsable(head);
            return new RayBackend(jobs, new ClusterJava(jobs, head), environment);
        } catch (InterruptedException e) {
            jobs.close();
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while the Ray head at " + uri + " was asked", e);
        } catch (RuntimeException e) {
            jobs.close();
            throw e;
        }
    }
}
