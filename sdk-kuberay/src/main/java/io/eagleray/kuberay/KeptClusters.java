package io.eagleray.kuberay;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendExecution;
import io.eagleray.backend.ray.JobSubmission;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.Progress;
import io.eagleray.driver.Submission;
import io.eagleray.spec.RayJobSpec.ReuseSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The clusters that are kept for many executions. One is made by its name, which the API server takes once; who comes
 * second finds the first one's. It lives as long as its janitor. A closed one is followed by the next generation.
 */
final class KeptClusters implements AutoCloseable {
    private static final int MOST_GENERATIONS = 3;
    private static final int MOST_RACES = 20;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final KubeApi api;
    private final KubeOptions options;
    private final BackendEnvironment environment;
    private final KeptManifests manifests;
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();

    KeptClusters(KubeApi api, KubeOptions options, BackendEnvironment environment, ClusterSpecs clusters) {
        this.api = api;
        this.options = options;
        this.environment = environment;
        this.manifests = new KeptManifests(options, clusters);
    }

    /** Submits to the cluster of that name, which is made where it is not there. */
    BackendExecution submit(Submission submission, ReuseSpec reuse) throws InterruptedException {
        KeptManifests.Wanted wanted = manifests.wanted(submission.spec(), reuse);
        int closed = 0;
        for (int attempt = 1; ; attempt++) {
            KeptCluster cluster = obtain(wanted, submission, closed);
            try {
                return submit(submission, cluster);
            } catch (KeptAdmission.Closed e) {
                if (attempt == MOST_GENERATIONS) {
                    throw new BackendException(
                            e.getMessage() + ", as " + attempt + " before it: is idleTtl of @Reuse"
                                    + " shorter than it takes to bring the code there?",
                            e);
                }
                tell(cluster, "takes no executions any more; going to the next one");
                closed = cluster.generation();
            }
        }
    }

    /** The one that is there, or a new one. */
    private KeptCluster obtain(KeptManifests.Wanted wanted, Submission submission, int closed)
            throws InterruptedException {
        for (int race = 0; race < MOST_RACES; race++) {
            List<KeptCluster> ofName = ofName(wanted.name());
            List<KeptCluster> same = ofName.stream()
                    .filter(each -> each.configuration().equals(wanted.configuration()))
                    .sorted(Comparator.comparing(KeptCluster::generation))
                    .toList();
            Optional<KeptCluster> usable = same.stream()
                    .filter(each -> each.isThere() && each.generation() > closed)
                    .findFirst();
            if (usable.isPresent()) {
                return usable.get();
            }
            int last = same.stream().mapToInt(KeptCluster::generation).max().orElse(0);
            RayJob next = manifests.rayJob(wanted, submission.spec(), Math.max(closed, last) + 1);
            OperatorRules.check(submission.spec().name(), next);
            Optional<RayJob> made = api.create(next);
            if (made.isPresent()) {
                KeptCluster cluster = new KeptCluster(made.get());
                tell(cluster, "asking for a cluster that is kept");
                ofName.stream()
                        .filter(each -> !each.isThere() || !each.configuration().equals(wanted.configuration()))
                        .forEach(this::replace);
                return cluster;
            }
            Thread.sleep(PAUSE.toMillis()); // somebody else was faster
        }
        throw new ConfigurationException("no cluster with the name " + wanted.name() + " can be made at " + api.server()
                + ": RayJobs that are not Eagleray's have its names; choose another name");
    }

    private List<KeptCluster> ofName(String name) {
        return all().filter(each -> each.name().equals(name)).toList();
    }

    private Stream<KeptCluster> all() {
        return api.kept().stream().map(KeptCluster::new);
    }

    /** A name is one cluster: asked for with another configuration, the one before ends what it has, and goes. */
    private void replace(KeptCluster old) {
        try {
            if (!old.isThere()) {
                api.delete(old.rayJob()); // its janitor was stopped, or the operator is slow
                return;
            }
            tell(old, "was asked for with another configuration: ends what runs on it, and goes");
            if (!closeNow(api, old)) {
                tell(old, "is not ready yet, and goes when it has been idle");
            }
        } catch (EaglerayException e) {
            tell(old, "goes when it has been idle: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Closes a cluster: it takes no executions any more, and goes when those that it has are done.
     *
     * @return false when it is not ready, so that nobody can be asked
     */
    static boolean closeNow(KubeApi api, KeptCluster cluster) throws InterruptedException {
        return Tunnel.toReady(
                        api,
                        cluster.job(),
                        jobs -> jobs.find(Janitor.CLOSED).isPresent()
                                ? Janitor.CLOSED
                                : jobs.submit(JobSubmission.of(Janitor.CLOSED, "true"))
                                        .id())
                .isPresent();
    }

    private BackendExecution submit(Submission submission, KeptCluster cluster) throws InterruptedException {
        Connection connection = connection(cluster);
        for (int attempt = 1; ; attempt++) {
            RayLink link = open(connection, cluster);
            try {
                return new KeptExecution(
                        api, cluster.rayJob(), connection, link, link.ray().submit(submission));
            } catch (KeptAdmission.Closed e) {
                throw e;
            } catch (BackendException e) {
                if (attempt == 2 || !isStillThere(cluster)) {
                    throw e;
                }
                connection.reset(link); // to submit an id twice makes one
            }
        }
    }

    private RayLink open(Connection connection, KeptCluster cluster) throws InterruptedException {
        try {
            return connection
                    .open(options.startTimeout().plus(options.startDeadline()))
                    .orElseThrow(() -> new BackendException(
                            "the cluster of RayJob " + cluster.rayJob() + " did not come in time"));
        } catch (BackendException e) {
            Optional<RayJob> now = api.find(cluster.rayJob());
            if (now.isEmpty() || now.get().getMetadata().getDeletionTimestamp() != null) {
                throw new KeptAdmission.Closed("the cluster of RayJob " + cluster.rayJob() + " has gone");
            }
            throw e;
        }
    }

    private boolean isStillThere(KeptCluster cluster) {
        return api.find(cluster.rayJob())
                .filter(job -> new KeptCluster(job).isThere())
                .isPresent();
    }

    private Connection connection(KeptCluster cluster) {
        return connections.computeIfAbsent(
                cluster.rayJob(),
                name -> new Connection(api, options, environment, cluster.job(), new KeptAdmission(name)));
    }

    /** The execution, on whichever cluster it is. */
    Optional<BackendExecution> find(String id) throws InterruptedException {
        for (KeptCluster cluster : all().filter(KeptCluster::isThere).toList()) {
            Optional<RayLink> link = reach(cluster);
            Optional<BackendExecution> found =
                    link.isEmpty() ? Optional.empty() : link.get().ray().find(id);
            if (found.isPresent()) {
                return Optional.of(
                        new KeptExecution(api, cluster.rayJob(), connection(cluster), link.get(), found.get()));
            }
        }
        return Optional.empty();
    }

    /** All that is known on the clusters that are there. */
    List<ExecutionSummary> executions() throws InterruptedException {
        List<ExecutionSummary> executions = new ArrayList<>();
        for (KeptCluster cluster : all().filter(KeptCluster::isThere).toList()) {
            reach(cluster).ifPresent(link -> executions.addAll(link.ray().executions()));
        }
        return executions;
    }

    /** One that cannot be reached keeps nobody from the others. */
    private Optional<RayLink> reach(KeptCluster cluster) throws InterruptedException {
        try {
            return connection(cluster).open(Duration.ZERO);
        } catch (EaglerayException e) {
            tell(cluster, "cannot be asked: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void tell(KeptCluster cluster, String what) {
        environment.progress().accept(Progress.of("cluster " + cluster.rayJob(), what));
    }

    /** The clusters stay. */
    @Override
    public void close() {
        connections.values().forEach(Connection::close);
    }
}
