package io.eagleray.processor;

import java.util.List;

/** What {@code @RayJobConfig} says. */
record RayJobModel(
        HeadModel head,
        List<WorkerGroupModel> workerGroups,
        RuntimeEnvModel runtimeEnv,
        Setting<Boolean> enableAutoscaling,
        Setting<AutoscalerModel> autoscaler,
        Setting<Boolean> shutdownAfterJobFinishes,
        Setting<Integer> ttlSecondsAfterFinished,
        Setting<String> keepOnFailure,
        Setting<String> address,
        Setting<String> image,
        Setting<String> rayVersion,
        Setting<String> serviceAccount,
        ReuseModel reuse) {

    RayJobModel {
        workerGroups = List.copyOf(workerGroups);
    }

    /** What {@code @HeadNodeConfig} says. */
    record HeadModel(List<Entry> rayStartParams, ResourcesModel resources, Setting<String> podTemplate) {}

    /** What {@code @WorkerNodeConfig} says. */
    record WorkerGroupModel(
            Setting<String> groupName,
            Setting<Integer> replicas,
            Setting<Integer> minReplicas,
            Setting<Integer> maxReplicas,
            List<Entry> rayStartParams,
            ResourcesModel resources,
            Setting<String> podTemplate) {

        int min() {
            return minReplicas.value() == -1 ? replicas.value() : minReplicas.value();
        }

        int max() {
            return maxReplicas.value() == -1 ? replicas.value() : maxReplicas.value();
        }
    }

    /** What {@code @RuntimeEnv} says. */
    record RuntimeEnvModel(
            List<Setting<String>> pip,
            Setting<String> conda,
            List<Setting<String>> pyModules,
            Setting<String> workingDir,
            List<Setting<String>> excludes,
            List<Entry> envVars,
            Setting<Integer> setupTimeoutSeconds) {}

    /** What {@code @AutoscalerOptions} says. */
    record AutoscalerModel(String upscalingMode, Setting<Integer> idleTimeoutSeconds) {}

    /** What {@code @Reuse} says. */
    record ReuseModel(Setting<String> name, Setting<String> idleTtl) {

        boolean asked() {
            return !name.value().isEmpty();
        }
    }
}
