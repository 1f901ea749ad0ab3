package io.eagleray.driver.cluster;

import io.eagleray.driver.InProcessDriver;
import io.eagleray.driver.Submission;
import io.eagleray.wire.Envelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Runs the task of a job: its body in this JVM, its remote functions on the workers of the Ray that started it. */
public final class ClusterDriver {
    private static final int SUCCEEDED = 0;
    private static final int FAILED = 1;
    private static final int CANCELLED = 130;

    /** Ray kills a job that it has stopped after 3 s. */
    private static final Duration GRACE = Duration.ofMillis(2_500);

    private ClusterDriver() {}

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
        JobRay jobRay = JobRay.load(ray); // meanwhile this thread reads the job
        Job job = Job.read(folder);
        DriverOutput output = new DriverOutput(System.out);
        OutcomeKeeper keeper = new OutcomeKeeper(job, ray.logs(), loader, output::warn);
        Submission submission = job.submission(folder);
        WorkerSetUp setUp = new WorkerSetUp(
                ray.driverFolder(job.id()),
                Files.readAllBytes(folder.resolve(Entrypoint.CLASS_PATH)),
                job.newestClasses(),
                job.workerEnv(),
                job.nodes());
        Stopping stopping = Stopping.listen(Thread.currentThread(), GRACE, late -> keeper.keepAtOnce(late.encode()));
        Envelope ended;
        try (jobRay) {
            ended = jobRay.run(
                    setUp, ports -> new InProcessDriver(submission, loader, ports, output::log, output::report).run());
        }
        Envelope envelope = stopping.seen(ended);
        keeper.keep(envelope.encode());
        stopping.ended();
        return envelope instanceof Envelope.Ok ? SUCCEEDED : envelope instanceof Envelope.Error ? FAILED : CANCELLED;
    }
}
