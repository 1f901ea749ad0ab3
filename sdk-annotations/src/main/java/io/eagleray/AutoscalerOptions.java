package io.eagleray;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How Ray's autoscaler behaves on a task's cluster. Needs {@link RayJobConfig#enableAutoscaling()}.
 *
 * <pre>{@code
 * public final class Renders {
 *
 *   @Task
 *   @RayJobConfig(
 *       workerNodeConfig = @WorkerNodeConfig(groupName = "cpu", replicas = 2, minReplicas = 0, maxReplicas = 50),
 *       enableAutoscaling = true,
 *       autoscalerOptions = @AutoscalerOptions(
 *           upscalingMode = AutoscalerOptions.UpscalingMode.CONSERVATIVE,
 *           idleTimeoutSeconds = 300))
 *   public static List<Frame> render(List<Scene> scenes) {
 *     return Parallel.map(scenes, RendersTasks::frame);
 *   }
 * }
 * }</pre>
 *
 * @see RayJobConfig#autoscalerOptions()
 * @see <a href="https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/configuring-autoscaling.html">KubeRay:
 *     autoscaling</a>
 */
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface AutoscalerOptions {

    /**
     * How fast workers are added.
     *
     * @return {@link UpscalingMode#DEFAULT} by default
     */
    UpscalingMode upscalingMode() default UpscalingMode.DEFAULT;

    /**
     * How many seconds a worker idles before it is removed.
     *
     * @return 0 or more; -1 (the default) for KubeRay's own default of 60
     */
    int idleTimeoutSeconds() default -1;

    /** How fast the autoscaler adds workers. */
    enum UpscalingMode {
        /** As {@link #AGGRESSIVE}: KubeRay's own default. */
        DEFAULT,
        /** As many as are asked for, at once. */
        AGGRESSIVE,
        /** At most as many pending workers as are connected. */
        CONSERVATIVE
    }
}
