package io.eagleray;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ray's runtime environment of a task's job: what is installed and set on head and workers before the job runs. Java code
 * needs none of it, it travels by itself.
 *
 * <pre>{@code
 * public final class Squares {
 *
 *   @Task
 *   @RayJobConfig(
 *       workerNodeConfig = @WorkerNodeConfig(groupName = "ray-group", replicas = 5),
 *       runtimeEnv = @RuntimeEnv(
 *           pip = {"numpy", "pandas==2.2.3"},
 *           workingDir = "models",
 *           excludes = "*.tmp",
 *           envVars = @EnvVar(key = "OMP_NUM_THREADS", value = "1"),
 *           setupTimeoutSeconds = 900))
 *   public static List<Integer> squares(int n) {
 *     return Parallel.map(IntStream.range(0, n).boxed().toList(), SquaresTasks::square);
 *   }
 * }
 * }</pre>
 *
 * <p>{@link #pip()} and {@link #conda()} are set up where Python runs (Python functions), not before a Java worker may start.
 *
 * @see RayJobConfig#runtimeEnv()
 * @see <a href="https://docs.ray.io/en/latest/ray-core/handling-dependencies.html#api-reference">Ray: runtime
 *     environments</a>
 */
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface RuntimeEnv {

    /**
     * Python packages to install with pip. Excludes {@link #conda()}.
     *
     * @return requirement specifiers such as {@code numpy} or {@code pandas==2.2.3}, no options; none by default
     */
    String[] pip() default {};

    /**
     * A conda environment. Excludes {@link #pip()}.
     *
     * @return the name of an environment that is there, or the class path resource of its YAML file; empty by default
     */
    String conda() default "";

    /**
     * Python modules to ship.
     *
     * @return paths or URIs; none by default
     */
    String[] pyModules() default {};

    /**
     * The working directory to ship.
     *
     * @return a path or URI; empty (the default) for none
     */
    String workingDir() default "";

    /**
     * What of the working directory is not shipped.
     *
     * @return patterns in the syntax of {@code .gitignore}; none by default
     */
    String[] excludes() default {};

    /**
     * Environment variables of head and workers. They are no place for secrets: they stand in the spec.
     *
     * @return variables with different names; none by default
     */
    EnvVar[] envVars() default {};

    /**
     * How many seconds the set-up may take.
     *
     * @return 1 or more; -1 (the default) for Ray's own default of 600
     */
    int setupTimeoutSeconds() default -1;
}
