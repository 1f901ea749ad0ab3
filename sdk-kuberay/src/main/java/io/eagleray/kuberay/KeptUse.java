package io.eagleray.kuberay;

import io.eagleray.backend.ray.RayJobs;
import io.eagleray.client.EaglerayException;
import io.eagleray.kuberay.ClusterSummary.State;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Looks at how much a cluster that is kept is used, and what it takes. */
final class KeptUse {
    private static final double SECONDS = Duration.ofHours(1).toSeconds();
    private static final double GIB = 1L << 30;

    private final KubeApi api;

    KeptUse(KubeApi api) {
        this.api = api;
    }

    /** Looks. A cluster that cannot be reached is told of as far as Kubernetes knows it. */
    ClusterSummary of(KeptCluster cluster, Instant now) throws InterruptedException {
        List<Pod> pods = pods(cluster);
        double cpus = 0;
        double memory = 0;
        double cpuHours = 0;
        double memoryHours = 0;
        for (Pod pod : pods) {
            double hours = JobStates.time(pod.getStatus().getStartTime())
                    .map(start -> Math.max(0, Duration.between(start, now).toSeconds()) / SECONDS)
                    .orElse(0.0);
            double cpusOfPod = sum(pod, "cpu");
            double memoryOfPod = sum(pod, "memory");
            cpus += cpusOfPod;
            memory += memoryOfPod;
            cpuHours += cpusOfPod * hours;
            memoryHours += memoryOfPod / GIB * hours;
        }
        Optional<Seen> seen = cluster.isThere() ? seen(cluster) : Optional.empty();
        return new ClusterSummary(
                cluster.name(),
                cluster.rayJob(),
                cluster.isThere() ? seen.map(Seen::state).orElse(State.STARTING) : State.GOING,
                cluster.owner(),
                JobStates.time(cluster.job().getMetadata().getCreationTimestamp())
                        .orElse(now),
                seen.map(Seen::executions).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                cpus,
                (long) memory,
                cpuHours,
                memoryHours);
    }

    private List<Pod> pods(KeptCluster cluster) {
        RayJob.Status status = cluster.job().getStatus();
        String name = status == null ? "" : Objects.requireNonNullElse(status.rayClusterName(), "");
        return name.isEmpty() ? List.of() : api.pods(name);
    }

    /** What is limited and not requested, the API server has made a request of. */
    private static double sum(Pod pod, String resource) {
        return pod.getSpec().getContainers().stream()
                .map(Container::getResources)
                .filter(Objects::nonNull)
                .map(ResourceRequirements::getRequests)
                .filter(requests -> requests != null && requests.containsKey(resource))
                .map(requests -> Quantity.getAmountInBytes(requests.get(resource)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private record Seen(State state, int executions) {}

    private Optional<Seen> seen(KeptCluster cluster) throws InterruptedException {
        try {
            return Tunnel.toReady(
                    api,
                    cluster.job(),
                    jobs -> new Seen(
                            jobs.find(Janitor.CLOSED).isPresent() ? State.CLOSING : State.READY, executions(jobs)));
        } catch (EaglerayException e) {
            return Optional.empty();
        }
    }

    private static int executions(RayJobs jobs) throws InterruptedException {
        return Math.toIntExact(jobs.list().stream()
                .filter(job -> !job.status().isEnd() && !Janitor.isOurs(job.id()))
                .count());
    }
}
