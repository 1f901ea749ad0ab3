package io.eagleray.kuberay;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendExecution;
import io.eagleray.backend.Interrupts;
import io.eagleray.bundle.TaskVersion;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.Progress;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.driver.Submission;
import io.eagleray.spec.RayJobSpec.ReuseSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Clusters for executions: those that are kept, and else one of its own for each, a RayJob, which the operator makes a
 * cluster for. The submission to it is ours, through the API server. What is made for one goes when its outcome has been
 * fetched; when nobody fetches it, the operator removes it by the times that stand in the RayJob.
 */
final class KubeRayBackend implements Backend {
    /** Which attempt to submit it has made a RayJob: an answer may be lost. */
    private static final String ATTEMPT = "eagleray.io/attempt";

    private final KubeApi api;
    private final KubeOptions options;
    private final BackendEnvironment environment;
    private final Manifests manifests;
    private final KeptClusters kept;
    private final Set<KubeRayExecution> opened = ConcurrentHashMap.newKeySet();

    KubeRayBackend(KubeApi api, KubeOptions options, BackendEnvironment environment) {
        this.api = api;
        this.options = options;
        this.environment = environment;
        ClusterSpecs clusters =
                new ClusterSpecs(options, environment.application().loader());
        this.manifests = new Manifests(options, clusters);
        this.kept = new KeptClusters(api, options, environment, clusters);
    }

    @Override
    public BackendExecution submit(Submission submission) {
        Optional<ReuseSpec> reuse = options.reuse(submission.spec());
        return reuse.isPresent()
                ? Interrupts.cancel(submission.id() + " was submitted", () -> kept.submit(submission, reuse.get()))
                : submitToItsOwn(submission);
    }

    private BackendExecution submitToItsOwn(Submission submission) {
        RayJob wanted = manifests.rayJob(submission, TaskVersion.of(environment.bundle(), submission.spec()));
        OperatorRules.check(submission.spec().name(), wanted);
        String attempt = UUID.randomUUID().toString();
        wanted.getMetadata().getAnnotations().put(ATTEMPT, attempt);
        tell(wanted.getMetadata().getName(), "asking for a cluster");
        try {
            KubeRayExecution execution = execution(api.create(wanted).orElseGet(() -> sameThatIsThere(wanted)));
            execution.begin(submission);
            return execution;
        } catch (InterruptedException e) {
            removeAfter(e, wanted, attempt);
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while the cluster of " + submission.id() + " was made", e);
        } catch (RuntimeException e) {
            removeAfter(e, wanted, attempt);
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
    private void removeAfter(Exception failure, RayJob wanted, String attempt) {
        String name = wanted.getMetadata().getName();
        Interrupts.setAside(() -> {
            try {
                api.find(name)
                        .filter(job -> attempt.equals(
                                job.getMetadata().getAnnotations().get(ATTEMPT)))
                        .ifPresent(job -> api.delete(name));
            } catch (RuntimeException e) {
                failure.addSuppressed(e); // the operator removes it at its deadline
            }
        });
    }

    @Override
    public Optional<BackendExecution> find(String id) {
        Optional<BackendExecution> found = api.find(JobName.of(id))
                .filter(job -> id.equals(job.getMetadata().getLabels().get(Labels.EXECUTION)))
                .map(this::execution);
        return found.isPresent() ? found : kept.find(id);
    }

    @Override
    public List<ExecutionSummary> executions() {
        return Stream.concat(api.jobs().stream().map(JobStates::summary), kept.executions().stream())
                .sorted(Comparator.comparing(ExecutionSummary::submitted).reversed())
                .toList();
    }

    private KubeRayExecution execution(RayJob job) {
        KubeRayExecution execution = new KubeRayExecution(api, options, environment, job, opened::remove);
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
        kept.close();
        api.close();
    }
}
