package io.eagleray.driver.cluster;

import io.eagleray.bundle.NewestClass;
import io.eagleray.driver.connect.JvmOptions;
import io.eagleray.driver.connect.RayEndpoint;
import io.eagleray.driver.connect.RayLink;
import io.eagleray.driver.connect.RayLinks;
import io.eagleray.parallel.DaemonThreads;
import io.eagleray.parallel.WorkerPort;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Errors;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Ray of a job, as its driver uses it: the library is loaded while the driver reads what it is to run. A driver whose Ray
 * goes with it need not close it.
 */
public final class JobRay implements AutoCloseable {
    private static final Duration DISCONNECT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final RunningRay ray;
    private final Future<?> loaded;
    private @Nullable RayLink link;

    private JobRay(RunningRay ray, Future<?> loaded) {
        this.ray = ray;
        this.loaded = loaded;
    }

    /**
     * Begins to load its library.
     *
     * @param ray the Ray
     * @return the Ray, not connected yet
     */
    public static JobRay load(RunningRay ray) {
        FutureTask<?> loaded = new FutureTask<>(() -> RayLinks.load(ray.library()), null);
        DaemonThreads.start("eagleray load Ray", loaded);
        return new JobRay(ray, loaded);
    }

    /**
     * Runs a task with its workers.
     *
     * @param setUp what the workers need
     * @param task runs it, given what opens a port to them
     * @return how it ended; never fails
     */
    public Envelope run(WorkerSetUp setUp, Function<Supplier<WorkerPort>, Envelope> task) {
        try {
            NewestClass.requireJava(setUp.newestClasses(), Runtime.version().feature());
            loaded.get();
            RayLink connected = RayLinks.connect(new RayEndpoint(
                    ray.address(),
                    ray.nodeIp(),
                    ray.library(),
                    setUp.folder(),
                    JvmOptions.withShareOfNode(),
                    setUp.env(),
                    ray.metadata()));
            link = connected;
            awaitNodes(connected, setUp.nodes());
            return task.apply(() -> connected.port(setUp.classPath(), () -> ""));
        } catch (ExecutionException e) {
            return new Envelope.Error(Errors.explained(Objects.requireNonNull(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Envelope.Cancelled("interrupted");
        } catch (RuntimeException | Error e) {
            return new Envelope.Error(Errors.explained(e));
        }
    }

    /** It may have been submitted while they come. */
    private static void awaitNodes(RayLink link, int nodes) throws InterruptedException {
        while (link.nodes() < nodes) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    /** Disconnects, as far as that does not take too long. */
    @Override
    public void close() {
        RayLink connected = link;
        if (connected == null) {
            return;
        }
        Thread disconnecting = DaemonThreads.start("eagleray disconnect", connected::close);
        try {
            disconnecting.join(DISCONNECT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
