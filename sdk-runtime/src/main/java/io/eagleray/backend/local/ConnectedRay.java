package io.eagleray.backend.local;

import io.eagleray.bundle.CodePath;
import io.eagleray.driver.connect.RayLink;
import io.eagleray.parallel.DaemonThreads;
import io.eagleray.parallel.WorkerPort;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Ray that was started here, and this JVM's connection to it.
 *
 * @param ray the Ray
 * @param link the connection
 * @param archive what its workers share
 * @param options what it was started with
 * @param variables the environment it was started in
 */
record ConnectedRay(
        LocalRay ray,
        RayLink link,
        Optional<WorkerArchive> archive,
        LocalOptions options,
        Map<String, String> variables) {

    private static final long PATIENCE_MILLIS = 10_000;

    /** Whether who asks for this gets what he wants here. */
    boolean fits(LocalOptions asked, Map<String, String> askedVariables) {
        boolean version = asked.version().isEmpty()
                || asked.version()
                        .get()
                        .text()
                        .equals(ray.installation().version().text());
        boolean named =
                askedVariables.getOrDefault("EAGLERAY_RAY", "").equals(variables.getOrDefault("EAGLERAY_RAY", ""));
        return version && named && asked.cpus() == options.cpus() && asked.nodes() == options.nodes();
    }

    WorkerPort port(List<Path> classPath) {
        return link.port(CodePath.of(classPath), ray::trouble);
    }

    Optional<URI> dashboard() {
        return ray.dashboard();
    }

    /**
     * Disconnects, then ends it: the other way round, Ray's library would miss what it is connected to, and abort the JVM.
     * How long it takes to disconnect is bounded.
     */
    void close() {
        Thread disconnecting = DaemonThreads.start("eagleray disconnect", link::close);
        try {
            disconnecting.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            archive.ifPresent(each -> each.learn(ray.folder()));
            ray.stop();
        }
    }

    @Override
    public String toString() {
        return "a local " + ray.installation() + " with " + options;
    }
}
