package io.eagleray;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method that can be run, attached to, shared and versioned. It stays a plain method that a unit test can call;
 * the generated companion {@code <Class>Tasks} has a method of the same name and parameters that returns a typed
 * {@code TaskCall}, and a {@code TaskHandle} of the same name.
 *
 * <pre>{@code
 * public final class Reports {
 *
 *   @Remote(retries = 2)
 *   static Summary summarize(Region region) {
 *     return Summary.of(region);
 *   }
 *
 *   @Task(
 *       description = "Summarizes the sales of a day, region by region",
 *       retries = 3,
 *       retryOn = IOException.class,
 *       timeout = "2h",
 *       cache = true,
 *       cacheVersion = "4",
 *       requests = @Resources(cpu = "2", memory = "4Gi"),
 *       env = @EnvVar(key = "LOCALE", value = "en"),
 *       secrets = @Secret(name = "warehouse", key = "password", env = "WAREHOUSE_PASSWORD"),
 *       labels = @Label(key = "team", value = "sales"))
 *   @RayJobConfig(workerNodeConfig = @WorkerNodeConfig(groupName = "small", replicas = 4))
 *   public static List<Summary> daily(LocalDate day, List<Region> regions) {
 *     return Parallel.map(regions, ReportsTasks::summarize);
 *   }
 *
 *   public static void main(String[] args) {
 *     try (Eagleray eagleray = Eagleray.connect()) {
 *       eagleray.run(ReportsTasks.daily(LocalDate.now(), Region.all())).forEach(System.out::println);
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>The method is static, neither private, generic, abstract nor varargs, and no other function of the class has its name.
 * Its parameters and result are of types that may cross between processes: primitives and their boxes, {@code String},
 * {@code BigDecimal}, {@code BigInteger}, {@code java.time}, {@code UUID}, {@code URI}, enums, arrays, {@code List},
 * {@code Set}, {@code Map}, {@code Collection} and {@code Optional} of those, records, and sealed interfaces of records.
 * Whatever breaks a rule is an error of the compiler that says what to write instead.
 *
 * @see Remote
 * @see RayJobConfig
 * @see <a href="https://docs.flyte.org/en/latest/user_guide/concepts/main_concepts/tasks.html">Flyte: tasks</a>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Task {

    /**
     * The name under which the task is run, registered and found. It is unique in an application.
     *
     * @return letters, digits, {@code .}, {@code _} and {@code -}; empty (the default) for
     *     {@code <simple class name>.<method>}
     */
    String name() default "";

    /**
     * What the task does, for people.
     *
     * @return any text; empty by default
     */
    String description() default "";

    /**
     * How often a failed attempt is repeated.
     *
     * @return 0 (the default) or more; 2 means at most three attempts
     */
    int retries() default 0;

    /**
     * The exceptions after which an attempt is repeated, with their subclasses. Needs {@link #retries()}.
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

    /**
     * Whether a result of the same inputs may be reused instead of running again, where the backend can.
     *
     * @return false by default
     * @see <a href="https://docs.flyte.org/en/latest/user_guide/development_lifecycle/caching.html">Flyte: caching</a>
     */
    boolean cache() default false;

    /**
     * The version of cached results: another one makes those that are there stale. Needs {@link #cache()}.
     *
     * @return any text; empty (the default) for the task's own version, which changes with its code
     */
    String cacheVersion() default "";

    /**
     * Whether the task may run on machines that can be taken away, such as spot instances.
     *
     * @return false by default
     */
    boolean interruptible() default false;

    /**
     * What the task asks for. With {@link RayJobConfig} it is also the default of the head and of every worker group:
     * whatever they name themselves wins, resource by resource.
     *
     * @return nothing by default
     */
    Resources requests() default @Resources;

    /**
     * What the task may use at most, never less than {@link #requests()}; the default of head and workers, as there.
     *
     * @return no limit by default
     */
    Resources limits() default @Resources;

    /**
     * Environment variables of the process that runs the task. They are no place for secrets: they stand in the spec.
     *
     * @return variables with different names; none by default
     */
    EnvVar[] env() default {};

    /**
     * Secrets that the task reads. Only references: a value never stands in source or spec.
     *
     * @return none by default
     */
    Secret[] secrets() default {};

    /**
     * Labels of what is started for the task: Kubernetes objects, executions.
     *
     * @return labels with different keys; none by default
     */
    Label[] labels() default {};
}
