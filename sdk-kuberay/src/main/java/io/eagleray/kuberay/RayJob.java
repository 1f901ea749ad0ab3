package io.eagleray.kuberay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
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
     * @param jobId the submission, once it is there; where the operator submits, the id that it takes
     * @param entrypoint what the operator submits, where it does
     * @param runtimeEnvYAML the runtime environment, for people: the submission brings its own
     * @param activeDeadlineSeconds how long all may take
     * @param preRunningDeadlineSeconds how long it may take until the submission is there
     * @param shutdownAfterJobFinishes whether the operator removes the cluster after that
     * @param ttlSecondsAfterFinished how long after
     * @param deletionStrategy what else the operator removes, and when; not together with the two before
     * @param rayClusterSpec its cluster
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Spec(
            String submissionMode,
            @Nullable String jobId,
            @Nullable String entrypoint,
            @Nullable String runtimeEnvYAML,
            @Nullable Integer activeDeadlineSeconds,
            @Nullable Integer preRunningDeadlineSeconds,
            @Nullable Boolean shutdownAfterJobFinishes,
            @Nullable Integer ttlSecondsAfterFinished,
            @Nullable DeletionStrategy deletionStrategy,
            RayCluster.Spec rayClusterSpec) {

        /** One that we submit to. The operator removes its cluster, if it shall. */
        static Spec ofOurSubmission(
                @Nullable String runtimeEnvYAML,
                @Nullable Integer activeDeadlineSeconds,
                @Nullable Integer preRunningDeadlineSeconds,
                boolean shutdownAfterJobFinishes,
                @Nullable Integer ttlSecondsAfterFinished,
                RayCluster.Spec rayClusterSpec) {
            return new Spec(
                    "InteractiveMode",
                    null,
                    null,
                    runtimeEnvYAML,
                    activeDeadlineSeconds,
                    preRunningDeadlineSeconds,
                    shutdownAfterJobFinishes,
                    ttlSecondsAfterFinished,
                    null,
                    rayClusterSpec);
        }

        /** One that the operator submits, and that goes with all its own at its end. */
        static Spec ofOperatorsSubmission(
                String jobId, String entrypoint, int preRunningDeadlineSeconds, RayCluster.Spec rayClusterSpec) {
            return new Spec(
                    "HTTPMode",
                    jobId,
                    entrypoint,
                    null,
                    null,
                    preRunningDeadlineSeconds,
                    null,
                    null,
                    DeletionStrategy.ALL_AT_END,
                    rayClusterSpec);
        }
    }

    /**
     * What the operator removes by itself.
     *
     * @param deletionRules one for each condition
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record DeletionStrategy(List<DeletionRule> deletionRules) {
        private static final String SELF = "DeleteSelf";

        /** The RayJob itself, and with it its cluster, as soon as it has ended or failed. */
        static final DeletionStrategy ALL_AT_END = new DeletionStrategy(List.of(
                new DeletionRule(SELF, new DeletionCondition("SUCCEEDED", null, 0)),
                new DeletionRule(SELF, new DeletionCondition(null, "Failed", 0))));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record DeletionRule(String policy, DeletionCondition condition) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record DeletionCondition(
            @Nullable String jobStatus, @Nullable String jobDeploymentStatus, int ttlSeconds) {}

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
