package io.eagleray.backend.local;

import io.eagleray.backend.InProcessBackend;
import io.eagleray.driver.Submission;
import io.eagleray.parallel.WorkerPort;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One backend's share of the local Ray. */
final class LocalPlace implements InProcessBackend.Place {
    private final ConnectedRay ray;
    private final List<Path> classPath;
    private final AtomicBoolean closed = new AtomicBoolean();

    LocalPlace(ConnectedRay ray, List<Path> classPath) {
        this.ray = ray;
        this.classPath = classPath;
    }

    @Override
    public WorkerPort open(Submission submission) {
        return ray.port(classPath);
    }

    @Override
    public Optional<URI> dashboard() {
        return ray.dashboard();
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            LocalRays.release();
        }
    }
}
