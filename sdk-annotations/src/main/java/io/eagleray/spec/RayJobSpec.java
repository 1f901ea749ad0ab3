package io.eagleray.spec;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The Ray job that a task drives, and the cluster it asks for.
 *
 * @param headGroup the head node
 * @param workerGroups the groups of workers
 * @param runtimeEnv the runtime environment of the job
 * @param autoscaler the autoscaler's options; empty when autoscaling is off
 * @param shutdownAfterJobFinishes whether the cluster goes when the job is done
 * @param ttlSecondsAfterFinished how long it stays after that
 * @param keepOnFailure how long a failed cluster is kept for a look
 * @param address the backend URI used when the caller names none; may be empty
 * @param image the container image; may be empty
 * @param rayVersion the Ray version; may be empty
 * @param serviceAccount the Kubernetes service account; may be empty
 * @param reuse the cluster kept for later executions; empty for a cluster of its own
 */
public record RayJobSpec(
        HeadGroupSpec headGroup,
        List<WorkerGroupSpec> workerGroups,
        RuntimeEnvSpec runtimeEnv,
        Optional<AutoscalerSpec> autoscaler,
        boolean shutdownAfterJobFinishes,
        OptionalInt ttlSecondsAfterFinished,
        Optional<Duration> keepOnFailure,
        String address,
        String image,
        String rayVersion,
        String serviceAccount,
        Optional<ReuseSpec> reuse) {

    /** Copies the list. */
    public RayJobSpec {
        workerGroups = List.copyOf(workerGroups);
    }

    /**
     * The head node.
     *
     * @param rayStartParams parameters of {@code ray start}, by name
     * @param resources what the head's pod asks for
     * @param podTemplate the class path resource of a pod template; may be empty
     */
    public record HeadGroupSpec(Map<String, String> rayStartParams, ResourceSpec resources, String podTemplate) {

        /** Copies the map. */
        public HeadGroupSpec {
            rayStartParams = Sorted.copyOf(rayStartParams);
        }
    }

    /**
     * A group of workers. Unset minimum and maximum equal {@code replicas} here already.
     *
     * @param groupName its name
     * @param replicas how many workers there are at the start
     * @param minReplicas the least the autoscaler may leave
     * @param maxReplicas the most it may make
     * @param rayStartParams parameters of {@code ray start}, by name
     * @param resources what a worker's pod asks for
     * @param podTemplate the class path resource of a pod template; may be empty
     */
    public record WorkerGroupSpec(
            String groupName,
            int replicas,
            int minReplicas,
            int maxReplicas,
            Map<String, String> rayStartParams,
            ResourceSpec resources,
            String podTemplate) {

        /** Copies the map. */
        public WorkerGroupSpec {
            rayStartParams = Sorted.copyOf(rayStartParams);
        }
    }

    /**
     * The autoscaler's options.
     *
     * @param upscalingMode {@code DEFAULT}, {@code AGGRESSIVE} or {@code CONSERVATIVE}
     * @param idleTimeoutSeconds how long a worker idles before it is removed
     */
    public record AutoscalerSpec(String upscalingMode, OptionalInt idleTimeoutSeconds) {}

    /**
     * A cluster that is kept.
     *
     * @param name its name
     * @param idleTtl how long it is kept without a user
     */
    public record ReuseSpec(String name, Optional<Duration> idleTtl) {}
}
