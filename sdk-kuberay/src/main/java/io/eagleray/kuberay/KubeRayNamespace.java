package io.eagleray.kuberay;

import io.eagleray.backend.BackendUri;
import io.eagleray.bundle.Application;
import io.eagleray.bundle.Bundle;
import io.eagleray.bundle.TaskVersion;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.driver.Submission;
import io.eagleray.spec.RayJobSpec.ReuseSpec;
import io.eagleray.spec.TaskSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code kuberay://namespace[?context=…]} would make of tasks, and what it has left there.
 *
 * <pre>{@code
 * try (KubeRayNamespace namespace = KubeRayNamespace.open(BackendUri.parse("kuberay://team-a"), System.getenv())) {
 *     System.out.println(namespace.manifest(code, "squares-1"));
 * }
 * }</pre>
 *
 * <p>All methods throw {@link ConfigurationException} when the task or the settings cannot be right or the API server
 * refuses, and {@link BackendException} when it cannot be reached.
 */
public final class KubeRayNamespace implements AutoCloseable {
    private final KubeApi api;
    private final KubeOptions options;

    private KubeRayNamespace(KubeApi api, KubeOptions options) {
        this.api = api;
        this.options = options;
    }

    /**
     * A task, and the code that it is in.
     *
     * @param task the task
     * @param application its class path, in which its pod templates are, too
     * @param cache where bundles are kept
     */
    public record Code(TaskSpec task, Application application, Path cache) {
        private String version() {
            return TaskVersion.of(Bundle.of(application.classPath(), cache), task);
        }
    }

    /**
     * What is on the cluster, beside what a task would be there.
     *
     * @param rayJob the name of the RayJob
     * @param differences a line for each difference, as {@code path: value becomes value}
     */
    public record Comparison(String rayJob, List<String> differences) {
        /** Copies the list. */
        public Comparison {
            differences = List.copyOf(differences);
        }
    }

    /**
     * Reads the kubeconfig. Nothing is sent yet.
     *
     * @param uri {@code kuberay://namespace[?context=…]}
     * @param variables the environment variables: {@code KUBECONFIG} and {@code EAGLERAY_IMAGE}
     * @return the namespace
     */
    public static KubeRayNamespace open(BackendUri uri, Map<String, String> variables) {
        if (!uri.scheme().equals("kuberay")) {
            throw new ConfigurationException("backend \"" + uri
                    + "\" is no Kubernetes: name one with --backend kuberay://namespace[?context=…]");
        }
        KubeOptions options = KubeOptions.of(uri, variables);
        return new KubeRayNamespace(KubeApi.open(options), options);
    }

    /**
     * The RayJob that an execution of a task would be, or that of the kept cluster that it would go to, as YAML. The API
     * server is not asked.
     *
     * @param code the task, and the code that it is in
     * @param id the execution's id
     * @return the manifest, but for the digest of a call
     */
    public String manifest(Code code, String id) {
        return Serialization.asYaml(rayJob(code, id));
    }

    /**
     * What the API server would make of it: defaults filled in, webhooks asked, nothing kept.
     *
     * @param code the task, and the code that it is in
     * @param id the execution's id
     * @return the manifest that it gives back
     */
    public String dryRun(Code code, String id) {
        return Serialization.asYaml(tried(rayJob(code, id)));
    }

    /** It takes no second of a name, not even to try. */
    private RayJob tried(RayJob job) {
        String name = job.getMetadata().getName();
        job.getMetadata().setName(null);
        job.getMetadata().setGenerateName(name + "-");
        RayJob tried = api.dryRun(job);
        tried.getMetadata().setGenerateName(null);
        tried.getMetadata().setName(name);
        tried.getMetadata().setManagedFields(null); // who has said which field: all is ours
        return tried;
    }

    /**
     * Compares it with what is there: the RayJob of the execution's id, or the kept cluster of that name. Nothing is
     * changed.
     *
     * @param code the task, and the code that it is in
     * @param id the execution's id
     * @return what is there, and what differs; empty when nothing is there
     */
    public Optional<Comparison> compare(Code code, String id) {
        RayJob wanted = rayJob(code, id);
        Optional<RayJob> there = options.reuse(code.task()).isPresent()
                ? keptLike(new KeptCluster(wanted))
                : api.find(wanted.getMetadata().getName());
        return there.map(job -> new Comparison(job.getMetadata().getName(), Differences.of(job, tried(wanted))));
    }

    /** The one that it would go to, else the newest that it would replace. */
    private Optional<RayJob> keptLike(KeptCluster wanted) {
        return api.kept().stream()
                .map(KeptCluster::new)
                .filter(each -> each.isThere() && each.name().equals(wanted.name()))
                .max(Comparator.comparing(
                                (KeptCluster each) -> each.configuration().equals(wanted.configuration()))
                        .thenComparing(each -> each.job().getMetadata().getCreationTimestamp()))
                .map(KeptCluster::job);
    }

    private RayJob rayJob(Code code, String id) {
        TaskSpec task = code.task();
        ClusterSpecs clusters = new ClusterSpecs(options, code.application().loader());
        Optional<ReuseSpec> reuse = options.reuse(task);
        RayJob job = reuse.isPresent()
                ? kept(task, reuse.get(), clusters)
                : new Manifests(options, clusters)
                        .rayJob(
                                new Submission(id, task, new byte[0], task.timeout(), Map.of(), Map.of()),
                                code.version());
        OperatorRules.check(task.name(), job);
        job.getMetadata().getAnnotations().remove(Manifests.CALL);
        return job;
    }

    private RayJob kept(TaskSpec task, ReuseSpec reuse, ClusterSpecs clusters) {
        KeptManifests manifests = new KeptManifests(options, clusters);
        return manifests.rayJob(manifests.wanted(task, reuse), task, 1);
    }

    /**
     * Removes what nobody needs any more: RayJobs of Eagleray whose time is over, and through their owner references
     * their clusters. The operator does that, too; this is for the records that it leaves, and for when it is down.
     *
     * @return the names of what was removed, each with the reason
     */
    public Map<String, String> collectGarbage() {
        Map<String, String> removed = new LinkedHashMap<>();
        Instant now = Instant.now();
        for (RayJob job :
                Stream.concat(api.jobs().stream(), api.kept().stream()).toList()) {
            String name = job.getMetadata().getName();
            Expiry.of(job, now).ifPresent(reason -> {
                api.delete(name);
                removed.put(name, reason);
            });
        }
        return removed;
    }

    /**
     * The clusters that are kept, the oldest first.
     *
     * @return what is known of them
     * @throws InterruptedException when the thread is interrupted
     */
    public List<ClusterSummary> clusters() throws InterruptedException {
        KeptUse use = new KeptUse(api);
        List<ClusterSummary> clusters = new ArrayList<>();
        for (RayJob job : api.kept()) {
            clusters.add(use.of(new KeptCluster(job), Instant.now()));
        }
        clusters.sort(Comparator.comparing(ClusterSummary::created));
        return List.copyOf(clusters);
    }

    /**
     * Lets kept clusters go: they take no executions any more, end those that they have, and are removed. One that was
     * never ready is removed at once.
     *
     * @param name the name by which they are asked for, or that of the RayJob of one
     * @param force whether executions that are running are ended with it
     * @return the RayJobs of those that go; empty when there are none of that name
     * @throws BackendException when one cannot be asked to take no more
     * @throws InterruptedException when the thread is interrupted
     */
    public List<String> removeClusters(String name, boolean force) throws InterruptedException {
        List<String> removed = new ArrayList<>();
        for (RayJob job : api.kept()) {
            KeptCluster cluster = new KeptCluster(job);
            if (cluster.name().equals(name) || cluster.rayJob().equals(name)) {
                if (force || !cluster.isThere() || !cluster.hasBegun()) {
                    api.delete(cluster.rayJob());
                } else if (!KeptClusters.closeNow(api, cluster)) {
                    throw new BackendException("the head of RayJob " + cluster.rayJob()
                            + " is not ready, so that it cannot be asked to take no executions any more: try again, or"
                            + " remove it with --force");
                }
                removed.add(cluster.rayJob());
            }
        }
        return List.copyOf(removed);
    }

    @Override
    public void close() {
        api.close();
    }
}
