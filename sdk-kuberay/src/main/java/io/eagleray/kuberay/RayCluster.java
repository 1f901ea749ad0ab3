package io.eagleray.kuberay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of KubeRay's RayCluster that Eagleray says.
 *
 * @see <a href="https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/config.html">RayCluster configuration</a>
 */
final class RayCluster {
    private RayCluster() {}

    /**
     * What a cluster shall be.
     *
     * @param rayVersion the version of Ray in its image
     * @param enableInTreeAutoscaling whether Ray's autoscaler runs beside the head
     * @param autoscalerOptions how that works
     * @param authOptions whether Ray asks for a token
     * @param headGroupSpec the head
     * @param workerGroupSpecs the groups of workers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Spec(
            String rayVersion,
            @Nullable Boolean enableInTreeAutoscaling,
            @Nullable AutoscalerOptions autoscalerOptions,
            @Nullable AuthOptions authOptions,
            HeadGroup headGroupSpec,
            List<WorkerGroup> workerGroupSpecs) {

        /** Where there are none, the API server gives back null. */
        Spec {
            workerGroupSpecs = workerGroupSpecs == null ? List.of() : List.copyOf(workerGroupSpecs);
        }

        /** How many nodes it has from the beginning: those that are scaled come when they are needed. */
        int firstNodes() {
            return Boolean.TRUE.equals(enableInTreeAutoscaling)
                    ? 1
                    : 1
                            + workerGroupSpecs.stream()
                                    .mapToInt(WorkerGroup::replicas)
                                    .sum();
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record AutoscalerOptions(
            String version,
            @Nullable String upscalingMode,
            @Nullable Integer idleTimeoutSeconds) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record AuthOptions(String mode) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record HeadGroup(String serviceType, Map<String, String> rayStartParams, PodTemplateSpec template) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record WorkerGroup(
            String groupName,
            int replicas,
            int minReplicas,
            int maxReplicas,
            Map<String, String> rayStartParams,
            PodTemplateSpec template) {}
}
