package io.eagleray;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method that a task calls on Ray's workers. It stays a plain method; the generated companion
 * {@code <Class>Tasks} has a method of the same name and parameters that returns a typed {@code RemoteCall}, and a second
 * one, {@code <method>Ref}, that takes a {@code Ref} for each parameter: a value that is in Ray's object store already.
 *
 * <pre>{@code
 * public final class Pi {
 *
 *   @Remote(numCpus = 1, retries = 2, timeout = "10m")
 *   static long hits(long seed, int throwsAtOnce) {
 *     SplittableRandom random = new SplittableRandom(seed);
 *     return IntStream.range(0, throwsAtOnce)
 *         .filter(i -> Math.hypot(random.nextDouble(), random.nextDouble()) <= 1)
 *         .count();
 *   }
 *
 *   @Task
 *   public static double pi(int chunks) {
 *     List<Long> hits = Parallel.map(
 *         LongStream.range(0, chunks).boxed().toList(), seed -> PiTasks.hits(seed, 1_000_000));
 *     return 4.0 * hits.stream().mapToLong(Long::longValue).sum() / (chunks * 1_000_000.0);
 *   }
 * }
 * }</pre>
 *
 * <p>What is said of the method, its parameters and its result at {@link Task} holds here too. A method is a task or a
 * remote function, not both.
 *
 * @see <a href="https://docs.ray.io/en/latest/ray-core/tasks.html">Ray: tasks</a>
 * @see <a href="https://docs.ray.io/en/latest/ray-core/scheduling/resources.html">Ray: resources</a>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Remote {

    /**
     * The name of the function, unique among the remote functions of its class.
     *
     * @return letters, digits, {@code .}, {@code _} and {@code -}; empty (the default) for the method's name
     */
    String name() default "";

    /**
     * The logical CPUs that a call holds while it runs. Ray counts them, it does not pin them.
     *
     * @return 0 or more, fractions allowed; 1 by default
     */
    double numCpus() default 1.0;

    /**
     * The logical GPUs that a call holds while it runs.
     *
     * @return a fraction up to 1, or a whole number above; 0 by default
     */
    double numGpus() default 0.0;

    /**
     * The memory that a call reserves while it runs. Ray uses it to place the call; three quarters of it, and at least
     * 256 MiB, are the Java heap of the worker. Where it is empty, the worker's node decides how large that is.
     *
     * @return a Kubernetes quantity of bytes ({@code "512Mi"}, {@code "2G"}); empty (the default) for none
     */
    String memory() default "";

    /**
     * Custom resources that a call holds while it runs, as {@code ray start --resources} declares them.
     *
     * @return quantities with different names; none by default
     */
    Quantity[] resources() default {};

    /**
     * How often a failed call is repeated, on whatever worker is free. A call whose worker died is repeated in any case,
     * until it has ended three by itself.
     *
     * @return 0 (the default) or more; 2 means at most three attempts
     */
    int retries() default 0;

    /**
     * The exceptions after which a call is repeated, with their subclasses. Needs {@link #retries()}.
     *
     * @return exception classes; none (the default) means any failure
     */
    Class<? extends Throwable>[] retryOn() default {};

    /**
     * How long one attempt may take.
     *
     * @return a positive duration, ISO-8601 ({@code "PT1H30M"}) or a number with {@code s}, {@code m}, {@code h} or
     *     {@code d} ({@code "90s"}, {@code "15m"}, {@code "2h"}); empty (the default) for no limit
     */
    String timeout() default "";
}
