package io.eagleray;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A reference to a secret, resolved where the task runs. The value never stands in source, spec or logs.
 *
 * <pre>{@code
 * public final class Reports {
 *
 *   @Task(secrets = @Secret(name = "warehouse", key = "password", env = "WAREHOUSE_PASSWORD"))
 *   public static int rows(String table) {
 *     return Warehouse.open(System.getenv("WAREHOUSE_PASSWORD")).count(table);
 *   }
 * }
 * }</pre>
 *
 * @see Task#secrets()
 * @see <a href="https://docs.flyte.org/en/latest/user_guide/productionizing/secrets.html">Flyte: secrets</a>
 * @see <a href="https://kubernetes.io/docs/concepts/configuration/secret/">Kubernetes: secrets</a>
 */
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface Secret {

    /**
     * The name of the secret; its group, in Flyte's words.
     *
     * @return its name
     */
    String name();

    /**
     * The key in the secret.
     *
     * @return the key
     */
    String key();

    /**
     * The environment variable that carries the value where the task runs.
     *
     * @return a POSIX name; empty (the default) where the backend's own way is enough
     */
    String env() default "";
}
