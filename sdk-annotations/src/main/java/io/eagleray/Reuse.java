package io.eagleray;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a task's cluster for later executions that ask for the same one, by name and configuration. What was put into its
 * object store stays there as long.
 *
 * <pre>{@code
 * public final class Reports {
 *
 *   @Task
 *   @RayJobConfig(
 *       workerNodeConfig = @WorkerNodeConfig(groupName = "small", replicas = 4),
 *       reuse = @Reuse(name = "nightly", idleTtl = "2h"))
 *   public static Report nightly(LocalDate day) {
 *     return Report.of(day);
 *   }
 * }
 * }</pre>
 *
 * @see RayJobConfig#reuse()
 */
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface Reuse {

    /**
     * The name of the kept cluster.
     *
     * @return a DNS-1123 label, at most 63 characters; empty (the default) for a cluster that is not kept
     */
    String name() default "";

    /**
     * How long the cluster is kept while nobody uses it. Needs {@link #name()}.
     *
     * @return a positive duration, ISO-8601 or {@code "90s"}, {@code "15m"}, {@code "2h"}; empty (the default) for the
     *     backend's own
     */
    String idleTtl() default "";
}
