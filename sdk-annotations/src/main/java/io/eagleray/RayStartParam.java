package io.eagleray;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter of {@code ray start} on a node, without the leading {@code --}.
 *
 * <pre>{@code
 * public final class Squares {
 *
 *   @Task
 *   @RayJobConfig(
 *       headNodeConfig = @HeadNodeConfig(
 *           rayStartParams = {
 *             @RayStartParam(key = "block", value = "true"),
 *             @RayStartParam(key = "num-cpus", value = "0")
 *           }),
 *       workerNodeConfig = @WorkerNodeConfig(groupName = "ray-group", replicas = 5))
 *   public static List<Integer> squares(int n) {
 *     return Parallel.map(IntStream.range(0, n).boxed().toList(), SquaresTasks::square);
 *   }
 * }
 * }</pre>
 *
 * <p>{@code block=true} is accepted everywhere, because KubeRay sets it itself. What KubeRay decides is refused:
 * {@code address}, {@code head}, {@code no-monitor}, {@code labels}, {@code redis-username}, {@code redis-password}, and
 * any other value of {@code block}.
 *
 * @see HeadNodeConfig#rayStartParams()
 * @see WorkerNodeConfig#rayStartParams()
 * @see <a href="https://docs.ray.io/en/latest/cluster/cli.html#ray-start">Ray: ray start</a>
 * @see <a href="https://docs.ray.io/en/latest/cluster/kubernetes/user-guides/config.html#raystartparams">KubeRay:
 *     rayStartParams</a>
 */
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface RayStartParam {

    /**
     * The name of the parameter.
     *
     * @return its name without {@code --}, such as {@code num-cpus}
     */
    String key();

    /**
     * Its value.
     *
     * @return the value; {@code true} for a switch
     */
    String value();
}
