package io.eagleray;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ray's runtime environment of a task's job: what is brought to the driver and its workers, and what the Python functions
 * that they call are set up with. Java code needs none of it, it travels by itself.
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
 * <p>{@link #pip()} and {@link #conda()} are set up where Python runs (Python functions), not before a Java worker may start:
 * the first Python function that a worker calls waits for them, and when they cannot be set up, that call fails with what
 * the installer says. A Python function that is called with a runtime environment of its own does without them.
 *
 * <p>A folder of {@link #workingDir()} or {@link #pyModules()} is zipped where the task is submitted, without {@code .git},
 * {@code .venv}, {@code venv}, {@code __pycache__} and what {@code .gitignore} and {@code .rayignore} files in it say; Ray
 * takes at most 100 MiB of each. Relative paths start at the folder that the submitting process runs in.
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
     * @return paths of folders, {@code .py}, {@code .whl} and {@code .zip} files, or URIs such as
     *     {@code s3://bucket/module.zip}; none by default
     */
    String[] pyModules() default {};

    /**
     * The working directory to ship. The driver and the workers run in it, so that they read its files by relative paths.
     *
     * @return the path of a folder or {@code .zip} file, or a URI such as {@code s3://bucket/data.zip}; empty (the default)
     *     for none
     */
    String workingDir() default "";

    /**
     * What of the working directory, and of folders among the Python modules, is not shipped.
     *
     * @return patterns in the syntax of {@code .gitignore}; none by default
     */
    String[] excludes() default {};

    /**
     * Environment variables of the driver and its workers; those of {@link Task#env()} win over them. They are no place for
     * secrets: they stand in the spec.
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
