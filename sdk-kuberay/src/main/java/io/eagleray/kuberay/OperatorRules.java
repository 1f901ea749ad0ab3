package io.eagleray.kuberay;

import io.eagleray.client.ConfigurationException;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the operator refuses only after the API server has accepted it, checked before anything is sent.
 *
 * @see <a href="https://github.com/ray-project/kuberay/blob/master/ray-operator/controllers/ray/utils/validation.go">KubeRay's
 *     validation</a>
 */
final class OperatorRules {
    private static final String HEAD = "the head";
    private static final String REDIS_USER = "redis-username";
    private static final Set<String> REDIS = Set.of("RAY_REDIS_ADDRESS", "REDIS_USERNAME");
    private static final String NO_FAULT_TOLERANCE = ": GCS fault tolerance is not for clusters of one task";
    private static final String AUTOSCALER_V2 = "RAY_enable_autoscaler_v2";
    private static final Set<String> ON = Set.of("1", "true");

    private OperatorRules() {}

    /**
     * Checks a RayJob.
     *
     * @throws ConfigurationException with all that is wrong with it
     */
    static void check(String task, RayJob job) {
        List<String> problems = new ArrayList<>();
        RayCluster.Spec cluster = job.getSpec().rayClusterSpec();
        boolean isAutoscaled = Boolean.TRUE.equals(cluster.enableInTreeAutoscaling());
        head(problems, cluster.headGroupSpec(), isAutoscaled);
        Set<String> names = new HashSet<>();
        for (RayCluster.WorkerGroup group : cluster.workerGroupSpecs()) {
            String name = "worker group \"" + group.groupName() + "\"";
            if (!names.add(group.groupName())) {
                problems.add(name + " is there twice: give each group a name of its own");
            }
            group(problems, name, group.rayStartParams(), group.template(), isAutoscaled);
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException("the KubeRay operator would refuse the cluster of task " + task + ": "
                    + String.join("; ", problems));
        }
    }

    private static void group(
            List<String> problems,
            String group,
            Map<String, String> parameters,
            PodTemplateSpec template,
            boolean isAutoscaled) {
        if (parameters.containsKey("labels")) {
            problems.add(
                    group + " has the Ray start parameter labels, which KubeRay takes as labels of its pods: leave it"
                            + " out");
        }
        String restart = template.getSpec().getRestartPolicy();
        if (isAutoscaled && restart != null && !restart.isEmpty() && !restart.equals("Never")) {
            problems.add("the pod template of " + group + " has restartPolicy " + restart
                    + ", which autoscaling does not allow: write Never, or leave it out");
        }
    }

    private static void head(List<String> problems, RayCluster.HeadGroup head, boolean isAutoscaled) {
        group(problems, HEAD, head.rayStartParams(), head.template(), isAutoscaled);
        if (head.rayStartParams().containsKey(REDIS_USER)) {
            problems.add(HEAD + " has the Ray start parameter " + REDIS_USER + NO_FAULT_TOLERANCE);
        }
        head.template().getSpec().getContainers().get(0).getEnv().forEach(variable -> {
            if (REDIS.contains(variable.getName())) {
                problems.add("the pod template of " + HEAD + " sets " + variable.getName() + NO_FAULT_TOLERANCE);
            }
            if (variable.getName().equals(AUTOSCALER_V2)
                    && (isAutoscaled || ON.contains(Objects.requireNonNullElse(variable.getValue(), "")))) {
                problems.add("the pod template of " + HEAD + " sets " + AUTOSCALER_V2
                        + ", which enableAutoscaling of @RayJobConfig decides: leave it out");
            }
        });
    }
}
