package io.eagleray.kuberay;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.driver.Submission;
import io.eagleray.spec.RayJobSpec.ReuseSpec;
import io.eagleray.spec.TaskSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
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
 *     System.out.println(namespace.manifest(spec, loader, "squares-1"));
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
     * @param task the task
     * @param loader where its pod templates are
     * @param id the execution's id
     * @return the manifest, but for the digest of a call
     */
    public String manifest(TaskSpec task, ClassLoader loader, String id) {
        return Serialization.asYaml(rayJob(task, loader, id));
    }

    /**
     * What the API server would make of it: defaults filled in, webhooks asked, nothing kept.
     *
     * @param task the task
     * @param loader where its pod templates are
     * @param id the execution's id
     * @return the manifest that it gives back
     */
    public String dryRun(TaskSpec task, ClassLoader loader, String id) {
        RayJob job = api.dryRun(rayJob(task, loader, id));
        job.getMetadata().setManagedFields(null); // who has said which field: all is ours
        return Serialization.asYaml(job);
    }

    private RayJob rayJob(TaskSpec task, ClassLoader loader, String id) {
        ClusterSpecs clusters = new ClusterSpecs(options, loader);
        Optional<ReuseSpec> reuse = options.reuse(task);
        RayJob job = reuse.isPresent()
                ? kept(task, reuse.get(), clusters)
                : new Manifests(options, clusters)
                        .rayJob(new Submission(id, task, new byte[0], task.timeout(), Map.of(), Map.of()));
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
