package io.eagleray.kuberay;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendExecution;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.Progress;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.driver.Submission;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Clusters of their own for executions: a RayJob each, which the operator makes a cluster for. The submission to it is
 * ours, through the API server. What is made goes when the outcome has been fetched; when nobody fetches it, the operator
 * removes it by the times that stand in the RayJob.
 */
final class KubeRayBackend implements Backend {
    private final KubeApi api;
    private final KubeOptions options;
    private final BackendEnvironment environment;
    private final Manifests manifests;
    private final Queue<KubeRayExecution> opened = new ConcurrentLinkedQueue<>();

    KubeRayBackend(KubeApi api, KubeOptions options, BackendEnvironment environment) {
        this.api = api;
        this.options = options;
        this.environment = environment;
        this.manifests = new Manifests(options, environment.application().loader());
    }

    @Override
    public BackendExecution submit(Submission submission) {
        RayJob wanted = manifests.rayJob(submission);
        OperatorRules.check(submission.spec().name(), wanted);
        environment.bundle(); // what is wrong with the class path is said before anything is made
        tell(wanted.getMetadata().getName(), "asking for a cluster");
        Optional<RayJob> created = api.create(wanted);
        KubeRayExecution execution = execution(created.orElseGet(() -> sameThatIsThere(wanted)));
        try {
            execution.begin(submission);
            return execution;
        } catch (InterruptedException e) {
            created.ifPresent(job -> removeAfter(e, job));
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while the cluster of " + submission.id() + " was made", e);
        } catch (RuntimeException e) {
            created.ifPresent(job -> removeAfter(e, job));
            throw e;
        }
    }

    /** Submitting one id twice makes one. */
    private RayJob sameThatIsThere(RayJob wanted) {
        String name = wanted.getMetadata().getName();
        String call = wanted.getMetadata().getAnnotations().get(Manifests.CALL);
        RayJob there = api.find(name).orElse(wanted);
        if (!Objects.equals(call, there.getMetadata().getAnnotations().get(Manifests.CALL))) {
            throw new ConfigurationException(
                    "another RayJob " + name + " already exists at " + api.server() + ": choose another id");
        }
        return there;
    }

    /** What could not begin leaves nothing behind; what others have begun goes on. */
    private void removeAfter(Exception failure, RayJob job) {
        boolean wasInterrupted = Thread.interrupted(); // nothing can be asked for with that
        try {
            api.delete(job.getMetadata().getName());
        } catch (RuntimeException e) {
            failure.addSuppressed(e); // the operator removes it at its deadline
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public Optional<BackendExecution> find(String id) {
        return api.find(JobName.of(id))
                .filter(job -> id.equals(job.getMetadata().getLabels().get(Labels.EXECUTION)))
                .map(this::execution);
    }

    @Override
    public List<ExecutionSummary> executions() {
        return api.jobs().stream()
                .map(JobStates::summary)
                .sorted(Comparator.comparing(ExecutionSummary::submitted).reversed())
                .toList();
    }

    private KubeRayExecution execution(RayJob job) {
        KubeRayExecution execution = new KubeRayExecution(api, options, environment, job);
        opened.add(execution);
        return execution;
    }

    private void tell(String job, String what) {
        environment.progress().accept(Progress.of("cluster " + job, what));
    }

    /** The executions go on. */
    @Override
    public void close() {
        opened.forEach(KubeRayExecution::close);
        api.close();
    }
}
