package io.eagleray;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A group of equal workers of a task's cluster, where remote functions run.
 *
 * <pre>{@code
 * public final class Renders {
 *
 *   @Task
 *   @RayJobConfig(
 *       workerNodeConfig = {
 *         @WorkerNodeConfig(groupName = "cpu", replicas = 4, minReplicas = 1, maxReplicas = 20),
 *         @WorkerNodeConfig(
 *             groupName = "gpu",
 *             replicas = 1,
 *             limits = @Resources(cpu = "8", memory = "32Gi", gpu = "1"),
 *             rayStartParams = @RayStartParam(key = "object-store-memory", value = "2000000000"))
 *       },
 *       enableAutoscaling = true)
 *   public static List<Frame> render(List<Scene> scenes) {
 *     return Parallel.map(scenes, RendersTasks::frame);
 *   }
 * }
 * }</pre>
 *
 * @see RayJobConfig#workerNodeConfig()
 * @see <a href="https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/config.html">KubeRay: configuration</a>
 */
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface WorkerNodeConfig {

    /**
     * The name of the group, unique in its cluster. It becomes a label and part of pod names.
     *
     * @return a DNS-1123 label: at most 63 lower-case letters, digits and {@code -}, with a letter or digit at both ends
     * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/">Kubernetes: names</a>
     */
    String groupName();

    /**
     * How many workers the group has at the start.
     *
     * @return 0 or more
     */
    int replicas();

    /**
     * The least that the autoscaler may leave.
     *
     * @return 0 to {@link #replicas()}; -1 (the default) for {@link #replicas()}
     */
    int minReplicas() default -1;

    /**
     * The most that the autoscaler may make.
     *
     * @return {@link #replicas()} or more; -1 (the default) for {@link #replicas()}
     */
    int maxReplicas() default -1;

    /**
     * Parameters of {@code ray start} on each worker.
     *
     * @return parameters with different keys; none by default
     */
    RayStartParam[] rayStartParams() default {};

    /**
     * What one worker asks for.
     *
     * @return resource by resource what the task asks for, by default
     */
    Resources requests() default @Resources;

    /**
     * What one worker may use at most, never less than it asks for. Ray takes its logical CPUs, GPUs and memory from here.
     *
     * @return resource by resource the task's limits, by default
     */
    Resources limits() default @Resources;

    /**
     * A pod template, merged under what the annotations say.
     *
     * @return the path of a YAML resource on the class path, without a leading {@code /}; empty (the default) for none
     */
    String podTemplate() default "";
}
