package io.eagleray.kuberay;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendExecution;
import io.eagleray.backend.Bundling;
import io.eagleray.backend.Interrupts;
import io.eagleray.backend.ray.JobSubmission;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.Progress;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.driver.Submission;
import io.eagleray.spec.RayJobSpec.ReuseSpec;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The clusters that are kept for many executions. One is made by its name, which the API server takes once; who comes
 * second finds the first one's. It lives as long as its janitor. A closed one is followed by the next generation.
 */
final class KeptClusters implements AutoCloseable {
    private static final int MOST_MADE = 3;
    private static final int MOST_RACES = 20;

    /** Who looks for an execution waits so long for each cluster: one that is not ready has none. */
    private static final Duration REACH = Duration.ofSeconds(2);

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
        if (Janitor.isOurs(submission.id())) {
            throw new ConfigurationException("the id " + submission.id() + " is one of Eagleray's own: choose another");
        }
        Bundling bundling = Bundling.begin(environment::bundle); // beside the questions to the API server
        KeptManifests.Wanted wanted = manifests.wanted(submission.spec(), reuse);
        int closed = 0;
        int made = 0;
        while (true) {
            Obtained cluster = obtain(wanted, submission, bundling, closed);
            bundling.await();
            made += cluster.isNew() ? 1 : 0;
            try {
                return submit(submission, cluster.cluster());
            } catch (KeptAdmission.Closed e) {
                if (made == MOST_MADE) {
                    throw new BackendException(
                            e.getMessage() + ", as " + (made - 1) + " before it that were made for this execution: is"
                                    + " idleTtl of @Reuse shorter than it takes to bring the code there?",
                            e);
                }
                tell(cluster.cluster(), "takes no executions any more; going to the next one");
                closed = cluster.cluster().generation();
            }
        }
    }

    /**
     * A cluster to submit to.
     *
     * @param cluster the cluster
     * @param isNew whether this has made it
     */
    private record Obtained(KeptCluster cluster, boolean isNew) {}

    /** The one that is there, or a new one. */
    private Obtained obtain(KeptManifests.Wanted wanted, Submission submission, Bundling bundling, int closed)
            throws InterruptedException {
        for (int race = 0; race < MOST_RACES; race++) {
            List<KeptCluster> ofName = ofName(wanted.name());
            List<KeptCluster> same = ofName.stream()
                    .filter(each -> each.configuration().equals(wanted.configuration()))
                    .sorted(Comparator.comparing(KeptCluster::generation))
                    .toList();
            Optional<KeptCluster> usable = same.stream()
                    .filter(each -> each.isThere() && each.generation() > closed)
                    .findFirst()
                    .or(() -> thatKnows(submission.id(), ofName));
            if (usable.isPresent()) {
                return new Obtained(usable.get(), false);
            }
            int last = same.stream().mapToInt(KeptCluster::generation).max().orElse(0);
            RayJob next = manifests.rayJob(wanted, submission.spec(), Math.max(closed, last) + 1);
            OperatorRules.check(submission.spec().name(), next);
            bundling.await(); // what is wrong with the class path is said before anything is made
            Optional<RayJob> made = api.create(next);
            if (made.isPresent()) {
                KeptCluster cluster = new KeptCluster(made.get());
                tell(cluster, "asking for a cluster that is kept");
                ofName.stream()
                        .filter(each -> !each.isThere() || !each.configuration().equals(wanted.configuration()))
                        .forEach(this::replace);
                return new Obtained(cluster, true);
            }
            Thread.sleep(PAUSE.toMillis()); // somebody else was faster
        }
        throw new ConfigurationException("no cluster with the name " + wanted.name() + " can be made at " + api.server()
                + ": RayJobs that are not Eagleray's have its names; choose another name");
    }

    /** Submitting one id twice makes one, also when the cluster has been replaced meanwhile. */
    private Optional<KeptCluster> thatKnows(String id, List<KeptCluster> clusters) {
        return clusters.stream()
                .filter(each -> each.isThere() && each.hasBegun())
                .filter(each -> asked(each, link -> link.ray().find(id)).isPresent())
                .findFirst();
    }

    private List<KeptCluster> ofName(String name) {
        return all().stream().filter(each -> each.name().equals(name)).toList();
    }

    private List<KeptCluster> all() {
        List<KeptCluster> all = api.kept().stream().map(KeptCluster::new).toList();
        Set<String> known = all.stream().map(KeptCluster::uid).collect(Collectors.toSet());
        connections.forEach((uid, connection) -> {
            if (!known.contains(uid)
                    && !connection.cluster().isStillThere(api)
                    && connections.remove(uid, connection)) {
                connection.close();
            }
        });
        return all;
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
                        api, cluster, connection, link, link.ray().submit(submission));
            } catch (KeptAdmission.Closed | KeptAdmission.TooLate e) {
                throw e;
            } catch (BackendException e) {
                // to submit an id twice makes one
                if (attempt == 2 || !cluster.isStillThere(api) || !connection.resetIfBroken(link)) {
                    throw e;
                }
            }
        }
    }

    private RayLink open(Connection connection, KeptCluster cluster) throws InterruptedException {
        try {
            return connection.open(Provisioning.Extent.ALL);
        } catch (BackendException e) {
            Optional<RayJob> now = api.find(cluster.rayJob());
            if (now.isEmpty() || now.get().getMetadata().getDeletionTimestamp() != null) {
                throw new KeptAdmission.Closed("the cluster of RayJob " + cluster.rayJob() + " has gone");
            }
            throw e;
        }
    }

    private Connection connection(KeptCluster cluster) {
        return connections.computeIfAbsent(
                cluster.uid(), // a name may come again
                uid -> new Connection(api, options, environment, cluster.job(), new KeptAdmission(cluster.rayJob())));
    }

    /** The execution, on whichever cluster it is. */
    Optional<BackendExecution> find(String id) {
        for (KeptCluster cluster : there()) {
            Optional<BackendExecution> found = asked(
                    cluster,
                    link -> link.ray()
                            .find(id)
                            .map(ray -> new KeptExecution(api, cluster, connection(cluster), link, ray)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** All that is known on the clusters that are there. */
    List<ExecutionSummary> executions() {
        return there().stream()
                .flatMap(
                        cluster -> asked(cluster, link -> Optional.of(link.ray().executions())).stream())
                .flatMap(List::stream)
                .toList();
    }

    private List<KeptCluster> there() {
        return all().stream().filter(KeptCluster::isThere).toList();
    }

    /** One that fails keeps nobody from the others. */
    private <T> Optional<T> asked(KeptCluster cluster, Function<RayLink, Optional<T>> asking) {
        try {
            return Interrupts.cancel(
                    "the cluster " + cluster.rayJob() + " was asked", () -> asked(connection(cluster), asking));
        } catch (TaskCancelledException e) {
            throw e;
        } catch (EaglerayException e) {
            tell(cluster, "cannot be asked: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Asks through the way that is there, and again where that was broken. */
    private static <T> Optional<T> asked(Connection connection, Function<RayLink, Optional<T>> asking)
            throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Optional<RayLink> link = connection.open(REACH);
            if (link.isEmpty()) {
                return Optional.empty();
            }
            try {
                return asking.apply(link.get());
            } catch (BackendException e) {
                if (attempt == 2 || !connection.resetIfBroken(link.get())) {
                    throw e;
                }
            }
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
