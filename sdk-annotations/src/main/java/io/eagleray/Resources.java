package io.eagleray;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Amounts of resources, as Kubernetes quantities: {@code 500m} is half a CPU, {@code 4Gi} are 4 × 2<sup>30</sup> bytes,
 * {@code 4G} are 4 × 10<sup>9</sup>. As in Kubernetes, a lower-case {@code m} means thousandths, so {@code 512m} of memory
 * is refused.
 *
 * <pre>{@code
 * public final class Training {
 *
 *   @Task(
 *       requests = @Resources(cpu = "500m", memory = "2Gi"),
 *       limits = @Resources(
 *           cpu = "4",
 *           memory = "16Gi",
 *           gpu = "1",
 *           ephemeralStorage = "50Gi",
 *           custom = @Quantity(name = "example.com/fpga", value = "2")))
 *   public static Model train(URI data) {
 *     return Model.of(data);
 *   }
 * }
 * }</pre>
 *
 * @see Task#requests()
 * @see Task#limits()
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/">Kubernetes:
 *     quantities</a>
 */
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface Resources {

    /**
     * CPUs.
     *
     * @return a quantity such as {@code 2} or {@code 500m}; empty (the default) for unset
     */
    String cpu() default "";

    /**
     * Memory, in bytes.
     *
     * @return a quantity such as {@code 4Gi}; empty (the default) for unset
     */
    String memory() default "";

    /**
     * GPUs, of whatever kind the backend's cluster has.
     *
     * @return a whole number such as {@code 1}; empty (the default) for unset
     */
    String gpu() default "";

    /**
     * Local disk, in bytes.
     *
     * @return a quantity such as {@code 50Gi}; empty (the default) for unset
     */
    String ephemeralStorage() default "";

    /**
     * Other resources, by their Kubernetes names.
     *
     * @return quantities with different names; none by default
     */
    Quantity[] custom() default {};
}
