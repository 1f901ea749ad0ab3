package io.eagleray;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The head node of a task's cluster, where the task's own body runs.
 *
 * <pre>{@code
 * public final class Reports {
 *
 *   @Task
 *   @RayJobConfig(
 *       headNodeConfig = @HeadNodeConfig(
 *           rayStartParams = @RayStartParam(key = "num-cpus", value = "0"),
 *           requests = @Resources(cpu = "1", memory = "2Gi"),
 *           limits = @Resources(cpu = "2", memory = "4Gi"),
 *           podTemplate = "pods/head.yaml"),
 *       workerNodeConfig = @WorkerNodeConfig(groupName = "small", replicas = 2))
 *   public static int count(List<String> words) {
 *     return words.size();
 *   }
 * }
 * }</pre>
 *
 * @see RayJobConfig#headNodeConfig()
 * @see <a href="https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/config.html">KubeRay: configuration</a>
 */
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface HeadNodeConfig {

    /**
     * Parameters of {@code ray start} on the head.
     *
     * @return parameters with different keys; none by default
     */
    RayStartParam[] rayStartParams() default {};

    /**
     * What the head asks for.
     *
     * @return resource by resource what the task asks for, by default
     */
    Resources requests() default @Resources;

    /**
     * What the head may use at most, never less than it asks for. Ray takes its logical CPUs and memory from here.
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
