package good.everything;

import io.eagleray.AutoscalerOptions;
import io.eagleray.AutoscalerOptions.UpscalingMode;
import io.eagleray.EnvVar;
import io.eagleray.HeadNodeConfig;
import io.eagleray.Label;
import io.eagleray.Quantity;
import io.eagleray.RayJobConfig;
import io.eagleray.RayStartParam;
import io.eagleray.Remote;
import io.eagleray.Resources;
import io.eagleray.Reuse;
import io.eagleray.RuntimeEnv;
import io.eagleray.Secret;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** All that can be said. */
final class Everything {
    private static final String GROUP = "gpu" + 1;

    private Everything() {}

    static final class Flaky extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Task(
            name = "every-thing_1.0",
            description = "Says \"all\" that can be said: ä, \n and \u20ac",
            retries = 3,
            retryOn = {IOException.class, Flaky.class},
            timeout = "1h",
            cache = true,
            cacheVersion = "4",
            interruptible = true,
            requests = @Resources(cpu = "500m", memory = "1Gi"),
            limits =
                    @Resources(
                            cpu = "2",
                            memory = "4Gi",
                            gpu = "1",
                            ephemeralStorage = "1e9",
                            custom = @Quantity(name = "example.com/fpga", value = "2")),
            env = {@EnvVar(key = "TZ", value = "UTC"), @EnvVar(key = "EMPTY", value = "")},
            secrets = {@Secret(name = "db", key = "password", env = "DB"), @Secret(name = "db", key = "user")},
            labels = {@Label(key = "team", value = "a"), @Label(key = "example.com/cost", value = "")})
    @RayJobConfig(
            headNodeConfig =
                    @HeadNodeConfig(
                            rayStartParams = {
                                @RayStartParam(key = "num-cpus", value = "0"),
                                @RayStartParam(key = "block", value = "true")
                            },
                            requests = @Resources(cpu = "1"),
                            limits = @Resources(memory = "8Gi"),
                            podTemplate = "pods/head.yaml"),
            workerNodeConfig = {
                @WorkerNodeConfig(groupName = "cpu", replicas = 3),
                @WorkerNodeConfig(
                        groupName = GROUP,
                        replicas = 2,
                        minReplicas = 0,
                        maxReplicas = 4,
                        rayStartParams = @RayStartParam(key = "object-store-memory", value = "2000000000"),
                        requests = @Resources(gpu = "1"),
                        limits = @Resources(cpu = "8", custom = @Quantity(name = "example.com/fpga", value = "1")),
                        podTemplate = "pods/gpu.yaml")
            },
            runtimeEnv =
                    @RuntimeEnv(
                            pip = {"numpy", "pandas==2.2.3"},
                            pyModules = "lib",
                            workingDir = "work",
                            excludes = {"*.tmp", "/data"},
                            envVars = @EnvVar(key = "OMP_NUM_THREADS", value = "1"),
                            setupTimeoutSeconds = 900),
            enableAutoscaling = true,
            autoscalerOptions = @AutoscalerOptions(upscalingMode = UpscalingMode.CONSERVATIVE, idleTimeoutSeconds = 120),
            ttlSecondsAfterFinished = 60,
            keepOnFailure = "PT1H30M",
            address = "kuberay://team-a?context=dev",
            image = "registry.example/team/ray:2.60.0",
            rayVersion = "2.60.0",
            serviceAccount = "ray-runner")
    static long task(int x) {
        return x;
    }

    @Task(timeout = "PT0.5S")
    @RayJobConfig(shutdownAfterJobFinishes = false, reuse = @Reuse(name = "nightly", idleTtl = "2d"))
    static int reused() {
        return 1;
    }

    @Task
    @RayJobConfig(enableAutoscaling = true, runtimeEnv = @RuntimeEnv(conda = "envs/base.yaml"))
    static int defaults() {
        return 1;
    }

    @Remote(
            name = "remote",
            numCpus = 0.5,
            numGpus = 2,
            memory = "512Mi",
            resources = {@Quantity(name = "fpga", value = "500m"), @Quantity(name = "accelerator_type:A100", value = "1")},
            retries = 2,
            retryOn = TimeoutException.class,
            timeout = "90s")
    static int function(int x) {
        return x;
    }
}
