package io.eagleray;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The Ray job that a {@link Task} drives, and the cluster it asks for. Attributes are named as in KubeRay and in flytekit's
 * Ray plugin, in Java spelling.
 *
 * <pre>{@code
 * public final class Training {
 *
 *   @Task(requests = @Resources(cpu = "1", memory = "2Gi"))
 *   @RayJobConfig(
 *       headNodeConfig = @HeadNodeConfig(
 *           rayStartParams = @RayStartParam(key = "num-cpus", value = "0"),
 *           limits = @Resources(cpu = "2", memory = "8Gi")),
 *       workerNodeConfig = {
 *         @WorkerNodeConfig(groupName = "cpu", replicas = 4, minReplicas = 1, maxReplicas = 20),
 *         @WorkerNodeConfig(groupName = "gpu", replicas = 1, limits = @Resources(cpu = "8", memory = "32Gi", gpu = "1"))
 *       },
 *       enableAutoscaling = true,
 *       autoscalerOptions = @AutoscalerOptions(idleTimeoutSeconds = 120),
 *       ttlSecondsAfterFinished = 60,
 *       keepOnFailure = "30m")
 *   public static Model train(URI data) {
 *     return Model.merged(Parallel.map(Shard.of(data), TrainingTasks::fit));
 *   }
 * }
 * }</pre>
 *
 * <p>On a Ray that is there already (a local one, or one reached by its address) the cluster's part is not needed: one node
 * with this machine's CPUs stands for the replicas.
 *
 * @see <a href="https://docs.ray.io/en/latest/cluster/kubernetes/getting-started/rayjob-quick-start.html">KubeRay:
 *     RayJob</a>
 * @see <a href="https://docs.flyte.org/en/latest/flytesnacks/examples/ray_plugin/index.html">Flyte: Ray plugin</a>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface RayJobConfig {

    /**
     * The head node, where the task's own body runs.
     *
     * @return a head without special wishes by default
     */
    HeadNodeConfig headNodeConfig() default @HeadNodeConfig;

    /**
     * The groups of workers, where remote functions run.
     *
     * @return groups with different names; none (the default) for a cluster of the head alone
     */
    WorkerNodeConfig[] workerNodeConfig() default {};

    /**
     * The runtime environment of the job.
     *
     * @return an empty one by default
     */
    RuntimeEnv runtimeEnv() default @RuntimeEnv;

    /**
     * Whether Ray's autoscaler adds and removes workers between {@code minReplicas} and {@code maxReplicas}.
     *
     * @return false by default
     * @see <a href="https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/configuring-autoscaling.html">KubeRay:
     *     autoscaling</a>
     */
    boolean enableAutoscaling() default false;

    /**
     * How the autoscaler behaves. Has no effect, and is warned of, without {@link #enableAutoscaling()}.
     *
     * @return KubeRay's defaults by default
     */
    AutoscalerOptions autoscalerOptions() default @AutoscalerOptions;

    /**
     * Whether the cluster is removed when the job is done.
     *
     * @return true by default
     */
    boolean shutdownAfterJobFinishes() default true;

    /**
     * How many seconds the cluster stays after the job is done. Needs {@link #shutdownAfterJobFinishes()}.
     *
     * @return 0 or more; -1 (the default) for the backend's own default
     */
    int ttlSecondsAfterFinished() default -1;

    /**
     * How long the cluster of a failed job is kept, so that one can look at it.
     *
     * @return a positive duration, ISO-8601 or {@code "90s"}, {@code "15m"}, {@code "2h"}; empty (the default) for not
     *     at all
     */
    String keepOnFailure() default "";

    /**
     * The backend to use when the caller names none.
     *
     * @return a backend URI: {@code embedded}, {@code local[?nodes=N]}, {@code http(s)://host:port},
     *     {@code kuberay://namespace[?context=…]} or {@code flyte://host[:port]/project/domain}; empty by default.
     *     {@code auto}, {@code ray://…} and {@code host:6379} are refused, because Java cannot use them
     */
    String address() default "";

    /**
     * The container image of head and workers.
     *
     * @return an image reference; empty (the default) for the configured one
     */
    String image() default "";

    /**
     * The version of Ray in the image.
     *
     * @return a version such as {@code 2.60.0}; empty (the default) for the backend's own
     */
    String rayVersion() default "";

    /**
     * The Kubernetes service account of head and workers.
     *
     * @return its name; empty (the default) for the namespace's own
     */
    String serviceAccount() default "";

    /**
     * Keeps the cluster for later executions that ask for the same one. Excludes {@link #ttlSecondsAfterFinished()},
     * {@link #keepOnFailure()} and {@link #address()}, which all say something else about the cluster's life.
     *
     * @return a cluster of its own by default
     */
    Reuse reuse() default @Reuse;
}
