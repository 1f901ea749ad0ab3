package io.eagleray.backend.ray;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendExecution;
import io.eagleray.backend.Interrupts;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.driver.Submission;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Ray that somebody else has started. Executions are its jobs: they go on when this process ends, and any process that
 * has the address and the token finds them again.
 */
final class RayBackend implements Backend {
    /** The task of a job of ours, in its metadata. */
    static final String TASK = "eagleray_task";

    private final RayJobs jobs;
    private final BackendEnvironment environment;
    private final Shipping shipping;
    private final OutcomeStorage storage;
    private final Admission admission;

    RayBackend(RayJobs jobs, BackendEnvironment environment, Admission admission) {
        this.jobs = jobs;
        this.environment = environment;
        this.shipping = new Shipping(jobs.packages(), environment, admission.nodes());
        this.storage = new OutcomeStorage(jobs, environment);
        this.admission = admission;
    }

    @Override
    public BackendExecution submit(Submission submission) {
        return Interrupts.cancel("an execution was submitted", () -> {
            admission.before(jobs, submission.id());
            Shipping.Shipped shipped = shipping.ship(submission, storage.place(submission.id()));
            admission.before(jobs, submission.id());
            JobDetails details = jobs.submit(new JobSubmission(
                    submission.id(),
                    DriverCommand.of(shipped.job()),
                    shipped.runtimeEnv(),
                    metadata(submission),
                    admission.resources()));
            admission.after(jobs, details);
            return execution(details);
        });
    }

    private Map<String, String> metadata(Submission submission) {
        Map<String, String> metadata = new HashMap<>(storage.metadata());
        metadata.put(TASK, submission.spec().name());
        return metadata;
    }

    @Override
    public Optional<BackendExecution> find(String id) {
        return Interrupts.cancel(
                "an execution was looked for",
                () -> jobs.find(id).filter(RayBackend::isOurs).map(this::execution));
    }

    @Override
    public List<ExecutionSummary> executions() {
        return Interrupts.cancel(
                "an execution was listed",
                () -> jobs.list().stream()
                        .filter(RayBackend::isOurs)
                        .map(RayExecution::summary)
                        .sorted(Comparator.comparing(ExecutionSummary::submitted)
                                .reversed())
                        .toList());
    }

    private static boolean isOurs(JobDetails job) {
        return job.metadata().containsKey(TASK);
    }

    private BackendExecution execution(JobDetails details) {
        return new RayExecution(jobs, storage, details, environment.progress());
    }

    /** The executions go on. */
    @Override
    public void close() {
        jobs.close();
    }
}
