package io.eagleray.kuberay;

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

/** Tasks that ask for clusters of all kinds. */
public final class Fleet {
    private Fleet() {}

    /** Says everything. */
    @Task(
            retries = 2,
            timeout = "10m",
            requests = @Resources(cpu = "500m", memory = "1Gi"),
            limits = @Resources(memory = "2Gi"),
            secrets = @Secret(name = "db", key = "password", env = "DB_PASSWORD"),
            labels = @Label(key = "team", value = "blue"))
    @RayJobConfig(
            headNodeConfig =
                    @HeadNodeConfig(
                            rayStartParams = @RayStartParam(key = "num-cpus", value = "0"),
                            limits = @Resources(cpu = "2")),
            workerNodeConfig = {
                @WorkerNodeConfig(
                        groupName = "small",
                        replicas = 3,
                        minReplicas = 1,
                        maxReplicas = 5,
                        requests = @Resources(memory = "1500Mi")),
                @WorkerNodeConfig(
                        groupName = "gpu",
                        replicas = 1,
                        requests = @Resources(gpu = "1", custom = @Quantity(name = "example.com/fpga", value = "2")),
                        podTemplate = "pods/gpu.yaml")
            },
            runtimeEnv = @RuntimeEnv(pip = "numpy", envVars = @EnvVar(key = "A", value = "b")),
            enableAutoscaling = true,
            autoscalerOptions =
                    @AutoscalerOptions(
                            upscalingMode = AutoscalerOptions.UpscalingMode.CONSERVATIVE,
                            idleTimeoutSeconds = 30),
            ttlSecondsAfterFinished = 60,
            keepOnFailure = "1h",
            image = "registry.example:5000/ray-java:2.60.0-jdk17",
            serviceAccount = "runner")
    public static void everything() {}

    /** Says nothing. */
    @Task
    public static int plain(int n) {
        return n;
    }

    /** Stays. */
    @Task
    @RayJobConfig(shutdownAfterJobFinishes = false, image = "ray:2.39.0")
    public static void staying() {}

    /** Stays for a look when it has failed. */
    @Task
    @RayJobConfig(keepOnFailure = "1h", image = "ray:2.60.0")
    public static void kept() {}

    /** Has a cluster that is kept. */
    @Task(requests = @Resources(memory = "1Gi"), labels = @Label(key = "cost-center", value = "17"))
    @RayJobConfig(image = "ray:2.60.0", reuse = @Reuse(name = "nightly", idleTtl = "2h"))
    public static void sharing() {}

    /** Has the same. */
    @Task(requests = @Resources(memory = "1Gi"), timeout = "1h")
    @RayJobConfig(image = "ray:2.60.0", reuse = @Reuse(name = "nightly", idleTtl = "PT2H"))
    public static void sharingToo() {}

    /** Wants it longer. */
    @Task(requests = @Resources(memory = "1Gi"))
    @RayJobConfig(image = "ray:2.60.0", reuse = @Reuse(name = "nightly", idleTtl = "3h"))
    public static void sharingLonger() {}

    /** Wants a larger one. */
    @Task(requests = @Resources(memory = "2Gi"))
    @RayJobConfig(image = "ray:2.60.0", reuse = @Reuse(name = "nightly", idleTtl = "2h"))
    public static void sharingMore() {}

    /** Has an image that does not tell its Ray. */
    @Task
    @RayJobConfig(image = "registry.example/ray:latest")
    public static void unversioned() {}

    /** Names a template that is not there. */
    @Task
    @RayJobConfig(headNodeConfig = @HeadNodeConfig(podTemplate = "pods/absent.yaml"))
    public static void templateless() {}

    /** Names one that is no pod template. */
    @Task
    @RayJobConfig(headNodeConfig = @HeadNodeConfig(podTemplate = "pods/empty.yaml"))
    public static void emptyTemplate() {}

    /** Names one that is no YAML. */
    @Task
    @RayJobConfig(headNodeConfig = @HeadNodeConfig(podTemplate = "pods/broken.yaml"))
    public static void brokenTemplate() {}
}
