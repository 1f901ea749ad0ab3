package io.eagleray.kuberay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/**
 * KubeRay's RayJob, as far as Eagleray says or reads it.
 *
 * @see <a href="https://docs.ray.io/en/latest/cluster/kubernetes/getting-started/rayjob-quick-start.html">RayJob</a>
 */
@Group("ray.io")
@Version("v1")
final class RayJob extends CustomResource<RayJob.Spec, RayJob.Status> implements Namespaced {
    private static final long serialVersionUID = 1;

    /** The operator says how far it is; nothing is known before. */
    @Override
    protected @Nullable Status initStatus() {
        return null;
    }

    @Override
    protected @Nullable Spec initSpec() {
        return null;
    }

    /**
     * What a job shall be.
     *
     * @param submissionMode who submits to its cluster: {@code InteractiveMode} is we
     * @param jobId the submission, once it is there
     * @param runtimeEnvYAML the runtime environment, for people: the submission brings its own
     * @param activeDeadlineSeconds how long all may take
     * @param preRunningDeadlineSeconds how long it may take until the submission is there
     * @param shutdownAfterJobFinishes whether the operator removes the cluster after that
     * @param ttlSecondsAfterFinished how long after
     * @param rayClusterSpec its cluster
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Spec(
            String submissionMode,
            @Nullable String jobId,
            @Nullable String runtimeEnvYAML,
            @Nullable Integer activeDeadlineSeconds,
            @Nullable Integer preRunningDeadlineSeconds,
            @Nullable Boolean shutdownAfterJobFinishes,
            @Nullable Integer ttlSecondsAfterFinished,
            RayCluster.Spec rayClusterSpec) {}

    /**
     * What the operator says of a job.
     *
     * @param jobDeploymentStatus how far the operator is with it
     * @param jobStatus what Ray said of the submission last
     * @param reason why it has failed
     * @param message the same for people
     * @param rayClusterName its cluster
     * @param endTime when it ended
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Status(
            @Nullable String jobDeploymentStatus,
            @Nullable String jobStatus,
            @Nullable String reason,
            @Nullable String message,
            @Nullable String rayClusterName,
            @Nullable String endTime) {}
}
