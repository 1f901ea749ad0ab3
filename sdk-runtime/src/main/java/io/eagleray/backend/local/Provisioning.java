package io.eagleray.backend.local;

import io.eagleray.backend.local.LocalRay.BrokenInstallation;
import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.BackendException;
import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import io.eagleray.driver.connect.RayEndpoint;
import io.eagleray.driver.connect.RayLibrary;
import io.eagleray.driver.connect.RayLink;
import io.eagleray.driver.connect.RayLinks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets a Ray, starts it and connects to it. */
final class Provisioning {
    private static final Logger LOGGER = LoggerFactory.getLogger(Provisioning.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int TRIES = 3;

    private final LocalOptions options;
    private final Map<String, String> variables;
    private final ProgressSink progress;

    Provisioning(LocalOptions options, Map<String, String> variables, ProgressSink progress) {
        this.options = options;
        this.variables = variables;
        this.progress = progress;
    }

    ConnectedRay start() throws InterruptedException {
        RayInstallation installation = find();
        try {
            return start(installation);
        } catch (BrokenInstallation e) {
            if (!installation.managed()) {
                throw new BackendException(
                        installation + " is broken (" + e.getMessage() + "): repair it, or set EAGLERAY_RAY to another",
                        e);
            }
        }
        progress.accept(Progress.of("repairing " + installation, "it cannot be imported"));
        RayInstallation repaired = new RayInstaller(variables, progress).repair(installation);
        try {
            return start(repaired);
        } catch (BrokenInstallation e) {
            throw new BackendException(repaired + " is broken even when it is installed anew: " + e.getMessage(), e);
        }
    }

    /** Named, in our cache, on the path, or installed: in this order. */
    private RayInstallation find() throws InterruptedException {
        progress.accept(Progress.of("finding Ray", ""));
        RayFinder finder = new RayFinder(variables);
        RayVersion version = options.version().orElse(RayVersion.DEFAULT);
        Optional<RayInstallation> found = finder.named(options.version());
        if (found.isEmpty()) {
            found = ManagedRay.find(variables, version);
        }
        if (found.isEmpty()) {
            found = finder.onPath(options.version());
            finder.passedOver().forEach(reason -> progress.accept(Progress.of("finding Ray", "not used: " + reason)));
        }
        return found.isPresent() ? found.get() : new RayInstaller(variables, progress).install(version);
    }

    private ConnectedRay start(RayInstallation installation) throws InterruptedException, BrokenInstallation {
        Optional<String> token = Token.of(installation.version());
        if (token.isEmpty()) {
            LOGGER.warn(
                    "Ray {} has no tokens: while it runs, every user of this machine can use it. Ray 2.52 and later have them",
                    installation.version());
        }
        RayLibrary library = new RayLibrary(installation.rayDist(), installation.nativeFolder(), token);
        RayLinks.check(library);
        for (int i = 1; ; i++) {
            LocalRay ray = launch(installation, token);
            try {
                return connect(ray, library);
            } catch (BackendException e) {
                boolean again = i < TRIES && ray.lostPort();
                if (!again) {
                    ray.stopAndKeepLogs();
                    throw e;
                }
                ray.stop();
            } catch (InterruptedException | RuntimeException | BrokenInstallation e) {
                ray.stop();
                throw e;
            }
        }
    }

    private LocalRay launch(RayInstallation installation, Optional<String> token) {
        progress.accept(Progress.of("starting Ray " + installation.version(), ""));
        Path folder = TempFolder.create();
        return new LocalRay(installation, folder, Launch.start(installation, options, token, variables, folder));
    }

    private ConnectedRay connect(LocalRay ray, RayLibrary library) throws InterruptedException, BrokenInstallation {
        long began = System.nanoTime();
        Optional<WorkerArchive> archive = WorkerArchive.of(ray.installation(), variables);
        CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> RayLinks.load(library));
        CompletableFuture<Void> sharing =
                CompletableFuture.runAsync(() -> archive.ifPresent(each -> each.make(variables, progress)));
        String address = ray.awaitReady();
        await(loading);
        await(sharing);
        List<String> workers = new ArrayList<>(WorkerOptions.of(options.cpus() * options.nodes()));
        archive.ifPresent(each -> workers.addAll(each.options(ray.folder())));
        RayLink link = RayLinks.connect(
                new RayEndpoint(address, LOOPBACK, library, ray.folder(), workers, Map.of(), Map.of()));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        progress.accept(Progress.of(
                "starting Ray " + ray.installation().version(),
                String.format(Locale.ROOT, "it is up, after %.1f s", took.toMillis() / 1000.0)));
        return new ConnectedRay(ray, link, archive, options, variables);
    }

    private static void await(CompletableFuture<Void> loading) {
        try {
            loading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof BackendException known
                    ? known
                    : new BackendException("cannot load Ray's Java library: " + e.getCause(), e.getCause());
        }
    }
}
