package io.eagleray.flyte.pod;

import io.eagleray.bundle.NewestClass;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ValueException;
import io.eagleray.driver.Submission;
import io.eagleray.driver.cluster.DriverOutput;
import io.eagleray.driver.cluster.JobRay;
import io.eagleray.driver.cluster.RunningRay;
import io.eagleray.driver.cluster.Stopping;
import io.eagleray.driver.cluster.WorkerSetUp;
import io.eagleray.parallel.HeapStore;
import io.eagleray.parallel.ThreadPort;
import io.eagleray.parallel.WorkerPort;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Errors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a task in its pod: its body in this JVM, its remote functions on the workers of the Ray that has started this process,
 * or, without Ray, on threads. What it ends with lies in a file, which {@code loader.py} stores.
 */
public final class PodDriver {
    /** Where remote functions run: on Ray's workers. */
    static final String RAY = "ray";

    /** Where remote functions run: in the same JVM. */
    static final String THREADS = "threads";

    /** Ray kills a job that it has stopped after 3 s, and the file has to be stored then. */
    private static final Duration GRACE = Duration.ofMillis(1_500);

    private final Path start;
    private final PodTask task;
    private final PodFiles files;
    private final ClassLoader application;

    private PodDriver(Path start, PodTask task, PodFiles files, ClassLoader application) {
        this.start = start;
        this.task = task;
        this.files = files;
        this.application = application;
    }

    /**
     * Runs a task.
     *
     * @param start the folder of what {@code loader.py} came with
     * @param arguments the name of the task's file in it, the folder of {@link PodFiles}, and where remote functions run
     * @param application the loader of the application
     * @throws IOException when a file is not there, or cannot be written
     */
    public static void run(Path start, List<String> arguments, ClassLoader application) throws IOException {
        PodFiles files = new PodFiles(Path.of(arguments.get(1)));
        Optional<RunningRay> ray =
                arguments.get(2).equals(RAY) ? Optional.of(RunningRay.find(System.getenv())) : Optional.empty();
        debug("Ray.init begins");
        Optional<JobRay> workers = ray.map(JobRay::load); // meanwhile this thread reads the task
        PodTask task = PodTask.read(start.resolve(arguments.get(0)));
        PodDriver driver = new PodDriver(start, task, files, application);
        Stopping stopping = Stopping.listen(Thread.currentThread(), GRACE, late -> files.error(PodError.stopped()));
        driver.run(ray, workers, stopping);
        stopping.ended();
    }

    /** The workers' Ray goes with the pod, so nobody closes it. */
    private void run(Optional<RunningRay> ray, Optional<JobRay> workers, Stopping stopping) throws IOException {
        try {
            NewestClass.requireJava(
                    task.beside().newestClasses(), Runtime.version().feature());
            PodCall call = PodCall.of(task, application);
            Submission submission = call.submission(files.inputs());
            Attempt attempt = new Attempt(submission, application, new DriverOutput(System.out));
            Envelope envelope = ray.isPresent() && workers.isPresent()
                    ? workers.get().run(setUp(ray.get(), submission), ports -> onRay(attempt, ports))
                    : attempt.run(this::threads);
            keep(stopping.seen(envelope), call, attempt);
        } catch (ValueException e) {
            files.error(PodError.ofValue(Errors.explained(e)));
        } catch (ConfigurationException | LinkageError e) {
            files.error(PodError.of(Errors.explained(e), Optional.empty(), task.spec()));
        }
    }

    private Envelope onRay(Attempt attempt, Supplier<WorkerPort> ports) {
        debug("Ray.init ends");
        return attempt.run(() -> {
            files.awaitBrought();
            return ports.get();
        });
    }

    /** For who looks for where the time goes. */
    private static void debug(String what) {
        if (System.getenv("EAGLERAY_DEBUG") != null) {
            System.err.printf(Locale.ROOT, "eagleray: at %.3f: %s%n", System.currentTimeMillis() / 1_000.0, what);
        }
    }

    private WorkerSetUp setUp(RunningRay ray, Submission submission) throws IOException {
        return new WorkerSetUp(
                ray.driverFolder(submission.id()),
                Files.readAllBytes(start.resolve(PodEntrypoint.APPLICATION)),
                task.beside().newestClasses(),
                task.beside().workerEnv(),
                0); // KubeRay submits the job when all nodes are there
    }

    private ThreadPort threads() {
        return new ThreadPort(application, Runtime.getRuntime().availableProcessors(), new HeapStore());
    }

    private void keep(Envelope envelope, PodCall call, Attempt attempt) throws IOException {
        if (envelope instanceof Envelope.Ok ok) {
            files.outputs(call.outputs(ok.value()));
        } else if (envelope instanceof Envelope.Error failed) {
            files.error(PodError.of(failed.error(), attempt.failure(), task.spec()));
        } else {
            files.error(PodError.stopped());
        }
    }
}
