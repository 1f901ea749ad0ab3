package io.eagleray;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An amount of a resource that has no attribute of its own: of Kubernetes in {@link Resources#custom()}, of Ray in
 * {@link Remote#resources()}.
 *
 * <pre>{@code
 * public final class Chips {
 *
 *   @Remote(resources = @Quantity(name = "fpga", value = "0.5"))
 *   static int simulate(int seed) {
 *     return seed + 1;
 *   }
 *
 *   @Task
 *   @RayJobConfig(
 *       workerNodeConfig = @WorkerNodeConfig(
 *           groupName = "fpga",
 *           replicas = 2,
 *           limits = @Resources(custom = @Quantity(name = "example.com/fpga", value = "1"))))
 *   public static List<Integer> simulateAll(List<Integer> seeds) {
 *     return Parallel.map(seeds, ChipsTasks::simulate);
 *   }
 * }
 * }</pre>
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Kubernetes:
 *     quantities</a>
 */
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface Quantity {

    /**
     * The name of the resource.
     *
     * @return its name, such as {@code example.com/fpga}
     */
    String name();

    /**
     * The amount.
     *
     * @return a Kubernetes quantity, 0 or more
     */
    String value();
}
