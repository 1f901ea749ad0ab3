import io.eagleray.AutoscalerOptions;
import io.eagleray.RayJobConfig;
import io.eagleray.Task;

class Autoscaler {
    @Task
    @RayJobConfig(autoscalerOptions = @AutoscalerOptions(idleTimeoutSeconds = 60)) // warning: autoscalerOptions has no effect without autoscaling; set enableAutoscaling = true, or leave it out
    static int off() {
        return 1;
    }

    @Task
    @RayJobConfig(enableAutoscaling = true, autoscalerOptions = @AutoscalerOptions(idleTimeoutSeconds = 60))
    static int on() {
        return 1;
    }

    @Task
    @RayJobConfig(autoscalerOptions = @AutoscalerOptions)
    @SuppressWarnings("eagleray")
    static int suppressed() {
        return 1;
    }
}
