package io.eagleray.kuberay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * KubeRay's RayCluster, as far as Eagleray says or reads it.
 *
 * @see <a href="https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/config.html">RayCluster configuration</a>
 */
@Group("ray.io")
@Version("v1")
final class RayCluster extends CustomResource<RayCluster.Spec, RayCluster.Status> implements Namespaced {
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

    /**
     * What the operator says of a cluster.
     *
     * @param state {@code ready} once all of its pods run
     * @param reason why it is not
     * @param desiredWorkerReplicas how many workers there shall be
     * @param conditions what has come true of it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Status(
            @Nullable String state,
            @Nullable String reason,
            @Nullable Integer desiredWorkerReplicas,
            @Nullable List<Condition> conditions) {}
}
