package io.eagleray.driver.cluster;

import io.eagleray.bundle.NewestClass;
import io.eagleray.client.LogLine;
import io.eagleray.client.Progress;
import io.eagleray.driver.InProcessDriver;
import io.eagleray.driver.Submission;
import io.eagleray.driver.connect.JvmOptions;
import io.eagleray.driver.connect.RayEndpoint;
import io.eagleray.driver.connect.RayLink;
import io.eagleray.driver.connect.RayLinks;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Errors;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Runs the task of a job: its body in this JVM, its remote functions on the workers of the Ray that started it. */
public final class ClusterDriver {
    private static final int SUCCEEDED = 0;
    private static final int FAILED = 1;
    private static final int CANCELLED = 130;

    /** Ray kills a job that it has stopped after 3 s. */
    private static final Duration GRACE = Duration.ofMillis(2_500);

    private static final Duration DISCONNECT = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(500);

    private final RunningRay ray;
    private final Future<?> loaded;
    private final Job job;
    private final OutcomeKeeper keeper;
    private final Submission submission;
    private final byte[] classPath;
    private final ClassLoader loader;
    private final PrintStream out = System.out;
    private final Map<String, Instant> reported = new ConcurrentHashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopped;

    private ClusterDriver(RunningRay ray, Future<?> loaded, Job job, Path folder, ClassLoader loader)
            throws IOException {
        this.ray = ray;
        this.loaded = loaded;
        this.job = job;
        this.loader = loader;
        keeper = new OutcomeKeeper(job, ray.logs(), loader, this::warn);
        submission = job.submission(folder);
        classPath = Files.readAllBytes(folder.resolve(Entrypoint.CLASS_PATH));
    }

    /**
     * Runs a job.
     *
     * @param folder where its package has been unpacked
     * @param loader the loader of the application
     * @return what the process is to exit with
     * @throws IOException when the job cannot be read, or its outcome not be written
     */
    public static int run(Path folder, ClassLoader loader) throws IOException {
        RunningRay ray = RunningRay.find(folder, System.getenv());
        FutureTask<?> loaded = new FutureTask<>(() -> RayLinks.load(ray.library()), null);
        Thread loading = new Thread(loaded, "eagleray load Ray"); // meanwhile this thread reads the job
        loading.setDaemon(true);
        loading.start();
        return new ClusterDriver(ray, loaded, Job.read(folder), folder, loader).run();
    }

    private int run() throws IOException {
        Path own = Files.createDirectories(ray.logs().resolve(DriverFolder.of(job.id())));
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(main), "eagleray stop"));
        Envelope envelope = envelope(own);
        keeper.keep(envelope.encode());
        ended.countDown();
        return envelope instanceof Envelope.Ok ? SUCCEEDED : envelope instanceof Envelope.Error ? FAILED : CANCELLED;
    }

    /** What Ray does with a job that is stopped: it is told, and a moment later it is gone. */
    private void stop(Thread main) {
        if (ended.getCount() == 0) {
            return;
        }
        stopped = true;
        main.interrupt();
        try {
            if (!ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                keeper.keepAtOnce(new Envelope.Cancelled("it was stopped, and did not end in time").encode());
            }
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt(); // the JVM ends anyway
        }
    }

    private Envelope envelope(Path own) {
        try {
            NewestClass.requireJava(job.newestClasses(), Runtime.version().feature());
            loaded.get();
            RayLink link = RayLinks.connect(new RayEndpoint(
                    ray.address(),
                    ray.nodeIp(),
                    ray.library(),
                    own,
                    JvmOptions.withShareOfNode(),
                    job.workerEnv(),
                    ray.metadata()));
            try {
                awaitNodes(link);
                return withReason(new InProcessDriver(
                                submission, loader, () -> link.port(classPath, () -> ""), this::log, this::report)
                        .run());
            } finally {
                disconnect(link);
            }
        } catch (ExecutionException e) {
            return withReason(new Envelope.Error(Errors.explained(Objects.requireNonNull(e.getCause()))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return withReason(new Envelope.Cancelled("interrupted"));
        } catch (RuntimeException | Error e) {
            return withReason(new Envelope.Error(Errors.explained(e)));
        }
    }

    /** It may have been submitted while they come. */
    private void awaitNodes(RayLink link) throws InterruptedException {
        while (link.nodes() < job.nodes()) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private Envelope withReason(Envelope envelope) {
        return stopped && !(envelope instanceof Envelope.Ok)
                ? new Envelope.Cancelled("cancelled by its client")
                : envelope;
    }

    private static void disconnect(RayLink link) {
        Thread disconnecting = new Thread(link::close, "eagleray disconnect");
        disconnecting.setDaemon(true);
        disconnecting.start();
        try {
            disconnecting.join(DISCONNECT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void warn(String text) {
        log(new LogLine(Instant.now(), "driver", "WARN", text));
    }

    private void log(LogLine line) {
        out.println(LogFormat.text(line));
    }

    /** Not more often than people read. */
    private void report(Progress progress) {
        Instant now = Instant.now();
        Optional<Instant> before = Optional.ofNullable(reported.get(progress.what()));
        boolean isEnd = progress.total() > 0 && progress.done() == progress.total();
        if (isEnd || before.isEmpty() || before.get().plus(BETWEEN_REPORTS).isBefore(now)) {
            reported.put(progress.what(), now);
            out.println(LogFormat.text(progress));
        }
    }
}
