package io.eagleray.kuberay;

import io.eagleray.spec.RayJobSpec.ReuseSpec;
import io.eagleray.spec.TaskSpec;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * From a task to the RayJob of a cluster that is kept for many executions. The operator submits a janitor to it, which ends
 * when nobody has used the cluster for a while, and removes all when that has ended. So the cluster goes when no client is
 * there any more, and nobody in it may do anything in Kubernetes.
 */
final class KeptManifests {
    private static final Duration IDLE_TTL = Duration.ofMinutes(15);

    private static final String START_TIMEOUT = "RAY_JOB_START_TIMEOUT_SECONDS";
    private static final Duration LONGEST_TURN = Duration.ofDays(1);

    private final KubeOptions options;
    private final ClusterSpecs clusters;

    KeptManifests(KubeOptions options, ClusterSpecs clusters) {
        this.options = options;
        this.clusters = clusters;
    }

    /**
     * A cluster to make.
     *
     * @param name the name by which it is asked for
     * @param configuration what tells it from another of that name; the same text for the same configuration
     * @param spec what it shall be
     */
    record Wanted(String name, String configuration, RayJob.Spec spec) {}

    /**
     * What a task asks for. Tasks that ask for the same name and cluster share it.
     *
     * @throws io.eagleray.client.ConfigurationException when the task does not say enough, or what Kubernetes cannot take
     */
    Wanted wanted(TaskSpec task, ReuseSpec reuse) {
        Duration idleTtl = reuse.idleTtl().orElse(IDLE_TTL);
        RayCluster.Spec cluster = patient(clusters.of(task, Labels.ofKeptPods(reuse.name())));
        RayJob.Spec spec = RayJob.Spec.ofOperatorsSubmission(
                Janitor.ID, Janitor.entrypoint(idleTtl), Manifests.seconds(options.startDeadline()), cluster);
        return new Wanted(reuse.name(), JobName.hash(idleTtl + "\n" + Serialization.asYaml(cluster)), spec);
    }

    /** Drivers wait for their turn; Ray gives up those that have not begun after a quarter of an hour, unless told. */
    private static RayCluster.Spec patient(RayCluster.Spec cluster) {
        Container head =
                cluster.headGroupSpec().template().getSpec().getContainers().get(0);
        if (head.getEnv().stream().noneMatch(variable -> variable.getName().equals(START_TIMEOUT))) {
            List<EnvVar> variables = new ArrayList<>(head.getEnv());
            variables.add(new EnvVar(START_TIMEOUT, String.valueOf(LONGEST_TURN.toSeconds()), null));
            head.setEnv(variables);
        }
        return cluster;
    }

    /**
     * The RayJob of a cluster.
     *
     * @param wanted the cluster
     * @param task who asks for it first
     * @param generation how many there were before with the same name and configuration, and this one
     */
    RayJob rayJob(Wanted wanted, TaskSpec task, int generation) {
        RayJob job = new RayJob();
        job.setMetadata(new ObjectMetaBuilder()
                .withName(JobName.of(wanted.name() + "-" + wanted.configuration() + "-" + generation))
                .withNamespace(options.namespace())
                .withLabels(Labels.ofKept(task, wanted, generation, options.owner()))
                .build());
        job.setSpec(wanted.spec());
        return job;
    }
}
