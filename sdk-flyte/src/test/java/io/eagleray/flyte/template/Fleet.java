package io.eagleray.flyte.template;

import io.eagleray.AutoscalerOptions;
import io.eagleray.EnvVar;
import io.eagleray.HeadNodeConfig;
import io.eagleray.Label;
import io.eagleray.Quantity;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Resources;
import io.eagleray.Reuse;
import io.eagleray.RuntimeEnv;
import io.eagleray.Secret;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import java.util.List;

/** Tasks of all kinds. {@code fleet.py} has in Python those which are compared. */
final class Fleet {
    private Fleet() {}

    /** Says everything. */
    @Task(
            name = "fleet.everything",
            description = "Says everything.",
            retries = 3,
            timeout = "3m",
            cache = true,
            cacheVersion = "1",
            interruptible = true,
            requests = @Resources(cpu = "1", memory = "2Gi", gpu = "1", ephemeralStorage = "1Gi"),
            limits = @Resources(cpu = "2"),
            env = @EnvVar(key = "A", value = "b"),
            secrets = @Secret(name = "db", key = "password", env = "DB_PASSWORD"))
    @RayJobConfig(
            headNodeConfig =
                    @HeadNodeConfig(
                            rayStartParams = @RayStartParam(key = "block", value = "true"),
                            requests = @Resources(cpu = "1"),
                            limits = @Resources(cpu = "2", memory = "3Gi")),
            workerNodeConfig = {
                @WorkerNodeConfig(
                        groupName = "small",
                        replicas = 5,
                        minReplicas = 2,
                        maxReplicas = 10,
                        rayStartParams = @RayStartParam(key = "num-cpus", value = "1")),
                @WorkerNodeConfig(groupName = "gpu", replicas = 1, requests = @Resources(gpu = "2")),
                @WorkerNodeConfig(groupName = "template", replicas = 0, podTemplate = "pods/gpu.yaml")
            },
            runtimeEnv =
                    @RuntimeEnv(pip = "numpy", envVars = @EnvVar(key = "C", value = "d"), setupTimeoutSeconds = 90),
            enableAutoscaling = true,
            autoscalerOptions =
                    @AutoscalerOptions(
                            upscalingMode = AutoscalerOptions.UpscalingMode.AGGRESSIVE,
                            idleTimeoutSeconds = 60),
            ttlSecondsAfterFinished = 60)
    static List<Long> everything(long n) {
        return List.of(n);
    }

    /** A cluster, and nothing else. */
    @Task(name = "fleet.least")
    @RayJobConfig(workerNodeConfig = @WorkerNodeConfig(groupName = "ray-group", replicas = 1))
    static void least() {}

    /** What the first leaves out. */
    @Task(name = "fleet.environment")
    @RayJobConfig(
            headNodeConfig = @HeadNodeConfig(podTemplate = "pods/gpu.yaml"),
            workerNodeConfig =
                    @WorkerNodeConfig(groupName = "limited", replicas = 2, limits = @Resources(memory = "1Gi")),
            runtimeEnv =
                    @RuntimeEnv(
                            conda = "base",
                            pyModules = "s3://bucket/module.zip",
                            workingDir = "s3://bucket/folder.zip",
                            excludes = "*.log"),
            enableAutoscaling = true,
            autoscalerOptions = @AutoscalerOptions(upscalingMode = AutoscalerOptions.UpscalingMode.CONSERVATIVE))
    static void environment() {}

    /** No cluster. */
    @Task(name = "fleet.plain", requests = @Resources(cpu = "500m"), cache = true)
    static long plain(long n) {
        return n;
    }

    /** What other backends keep. */
    @Task(
            labels = @Label(key = "team", value = "blue"),
            requests = @Resources(custom = @Quantity(name = "example.com/fpga", value = "2")))
    @RayJobConfig(keepOnFailure = "1h", serviceAccount = "runner", ttlSecondsAfterFinished = 5)
    static void labelled() {}

    /** What only others have. */
    @Task
    @RayJobConfig(shutdownAfterJobFinishes = false, reuse = @Reuse(name = "shared"))
    static void shared() {}

    /** A template that is not there. */
    @Task
    @RayJobConfig(headNodeConfig = @HeadNodeConfig(podTemplate = "pods/none.yaml"))
    static void mistaken() {}
}
