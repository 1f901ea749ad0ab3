package io.eagleray.kuberay;

import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits until the cluster of a RayJob is there, and tells what it waits for. */
final class Provisioning {
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** What never heals has to be seen for so long: the operator may be making what a container misses. */
    private static final Duration CERTAINTY = Duration.ofSeconds(8);

    private static final Duration OPERATORS_FIRST_WORD = Duration.ofSeconds(15);
    private static final String TYPE = "ray.io/node-type";

    private final KubeApi api;
    private final ProgressSink progress;
    private final Duration timeout;
    private final String job;
    private final long start = System.nanoTime();
    private String told = "";
    private long hopelessSince;

    Provisioning(KubeApi api, ProgressSink progress, Duration timeout, String job) {
        this.api = api;
        this.progress = progress;
        this.timeout = timeout;
        this.job = job;
    }

    /**
     * A cluster that can be submitted to.
     *
     * @param name its name
     * @param headPod the pod of its head
     */
    record ReadyCluster(String name, String headPod) {}

    /** How much of a cluster is waited for. */
    enum Extent {
        /** The head, which code can be brought to. */
        HEAD,
        /** All pods that are there from the beginning. */
        ALL
    }

    /**
     * Waits.
     *
     * @param extent for how much of it
     * @param most how long, at most
     * @return the cluster, or empty when it is not ready by then
     * @throws BackendException when the cluster cannot come, or takes longer than it may; the message has the reason
     */
    Optional<ReadyCluster> await(Extent extent, Duration most) throws InterruptedException {
        long begin = System.nanoTime();
        while (true) {
            Optional<ReadyCluster> ready = look(extent);
            if (ready.isPresent() || since(begin).compareTo(most) >= 0) {
                return ready;
            }
            if (since(start).compareTo(timeout) > 0) {
                throw new BackendException(
                        "the cluster of RayJob " + job + " was not ready within " + timeout.toSeconds() + " s: " + told
                                + "; correct that, or give it more time with startTimeout=…");
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private Optional<ReadyCluster> look(Extent extent) {
        RayJob now = api.find(job)
                .orElseThrow(() -> new BackendException(
                        "the RayJob " + job + " was deleted while its cluster was made: submit it again"));
        RayJob.Status status = now.getStatus();
        if (status == null
                || status.jobDeploymentStatus() == null
                || status.jobDeploymentStatus().isEmpty()) {
            tell(
                    since(start).compareTo(OPERATORS_FIRST_WORD) > 0
                            ? "the KubeRay operator has not taken it up: is it running, and does it watch this namespace?"
                            : "waiting for the KubeRay operator");
            return Optional.empty();
        }
        if (status.jobDeploymentStatus().startsWith("Suspend")) {
            tell("it is suspended; a queue, or who suspended it, has to let it run");
            return Optional.empty();
        }
        boolean hasEnded = JobStates.state(status).ended();
        boolean isHeadEnough = extent == Extent.HEAD
                || hasEnded
                || status.jobDeploymentStatus().equals("Running"); // its cluster was ready then
        String cluster = Objects.requireNonNullElse(status.rayClusterName(), "");
        Optional<ReadyCluster> ready = cluster.isEmpty()
                ? Optional.empty()
                : look(now.getSpec().rayClusterSpec(), cluster, isHeadEnough, hasEnded);
        if (hasEnded && ready.isEmpty()) {
            throw refusal(status);
        }
        return ready;
    }

    private EaglerayException refusal(RayJob.Status status) {
        String why = said(status.reason()) + said(status.message()) + (told.isEmpty() ? "" : "; last seen: " + told);
        return switch (Objects.requireNonNullElse(status.jobDeploymentStatus(), "")) {
            case "ValidationFailed" ->
                new ConfigurationException("the KubeRay operator refuses the RayJob " + job + why);
            case "Complete" ->
                new BackendException("the RayJob " + job + " is complete, and its cluster is gone, with the result and"
                        + " the log: fetch them within its ttlSecondsAfterFinished" + why);
            default -> new BackendException("the RayJob " + job + " has failed, and there is no cluster" + why);
        };
    }

    private static String said(@Nullable String text) {
        return text == null || text.isBlank() ? "" : ": " + KubeTrouble.shown(text);
    }

    private Optional<ReadyCluster> look(RayCluster.Spec spec, String cluster, boolean isHeadEnough, boolean hasEnded) {
        List<Pod> pods = api.pods(cluster);
        int wanted = spec.firstNodes();
        long ready = pods.stream().filter(PodTrouble::isReady).count();
        Optional<Pod> head = pods.stream().filter(Provisioning::isHead).findFirst();
        if (head.filter(PodTrouble::isReady).isPresent() && (isHeadEnough || ready >= wanted)) {
            return Optional.of(
                    new ReadyCluster(cluster, head.get().getMetadata().getName()));
        }
        if (hasEnded) {
            return Optional.empty();
        }
        Optional<PodTrouble> trouble =
                pods.stream().flatMap(pod -> PodTrouble.of(pod).stream()).min(Comparator.comparing(PodTrouble::heals));
        failFast(trouble);
        String waiting = ready + " of " + wanted + " pods are ready";
        Optional<String> reason = trouble.map(PodTrouble::reason);
        if (reason.isEmpty() && pods.size() < wanted) {
            reason = api.warning(cluster);
        }
        tell(reason.map(text -> waiting + "; " + text).orElse(waiting));
        return Optional.empty();
    }

    private void failFast(Optional<PodTrouble> trouble) {
        if (trouble.isEmpty() || trouble.get().heals()) {
            hopelessSince = 0;
            return;
        }
        if (hopelessSince == 0) {
            hopelessSince = System.nanoTime();
        }
        if (since(hopelessSince).compareTo(CERTAINTY) > 0) {
            throw new BackendException("the cluster of RayJob " + job + " cannot start: "
                    + trouble.get().reason());
        }
    }

    private static boolean isHead(Pod pod) {
        return "head".equals(pod.getMetadata().getLabels().get(TYPE));
    }

    private void tell(String what) {
        if (!what.equals(told)) {
            told = what;
            progress.accept(Progress.of("cluster " + job, what));
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
