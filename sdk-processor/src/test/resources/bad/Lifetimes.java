import io.eagleray.AutoscalerOptions;
import io.eagleray.RayJobConfig;
import io.eagleray.Reuse;
import io.eagleray.Task;

class Lifetimes {
    @Task
    @RayJobConfig(
            shutdownAfterJobFinishes = false,
            ttlSecondsAfterFinished = 60) // error: ttlSecondsAfterFinished (60) has no effect where the cluster is not shut down; leave it out, or shutdownAfterJobFinishes = false
    static int ttlWithoutShutdown() {
        return 1;
    }

    @Task
    @RayJobConfig(
            ttlSecondsAfterFinished = -5, // error: ttlSecondsAfterFinished (-5) is less than 0; write 0 or more, or leave it out
            keepOnFailure = "soon") // error: keepOnFailure "soon" is no duration; write a number with s, m, h or d such as 90s, or ISO-8601 such as PT1M30S
    static int numbers() {
        return 1;
    }

    @Task
    @RayJobConfig(
            ttlSecondsAfterFinished = 0, // error: ttlSecondsAfterFinished contradicts reuse, which keeps the cluster; leave one out (reuse has idleTtl)
            keepOnFailure = "1h", // error: keepOnFailure contradicts reuse, which keeps the cluster; leave one out
            address = "local", // error: address names a Ray that is there, and reuse a cluster to make; leave one out
            reuse = @Reuse(name = "nightly", idleTtl = "0h")) // error: idleTtl "0h" is not positive; write a longer one, or leave it out
    static int reuse() {
        return 1;
    }

    @Task
    @RayJobConfig(reuse = @Reuse(idleTtl = "1h")) // error: idleTtl has no effect without a name of the kept cluster; add name
    static int nameless() {
        return 1;
    }

    @Task
    @RayJobConfig(reuse = @Reuse(name = "Nightly_Run")) // error: reuse name "Nightly_Run" is no Kubernetes name; use at most 63 lower-case letters, digits and "-", with a letter or digit at both ends
    static int misnamed() {
        return 1;
    }

    @Task
    @RayJobConfig(
            autoscalerOptions = @AutoscalerOptions(idleTimeoutSeconds = -2)) // error: idleTimeoutSeconds (-2) is less than 0; write 0 or more, or leave it out // warning: autoscalerOptions has no effect without autoscaling; set enableAutoscaling = true, or leave it out
    static int idle() {
        return 1;
    }
}
