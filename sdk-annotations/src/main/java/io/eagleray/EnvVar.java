package io.eagleray;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An environment variable. Its value stands in source and spec, so a value that looks like a secret is warned of: use
 * {@link Secret}. Where the warning is mistaken, {@code @SuppressWarnings("eagleray")} on the method ends it.
 *
 * <pre>{@code
 * public final class Reports {
 *
 *   @Task(env = {@EnvVar(key = "LOCALE", value = "en"), @EnvVar(key = "TZ", value = "UTC")})
 *   public static String today(LocalDate day) {
 *     return day.toString();
 *   }
 * }
 * }</pre>
 *
 * @see Task#env()
 * @see RuntimeEnv#envVars()
 */
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface EnvVar {

    /**
     * The name of the variable.
     *
     * @return a POSIX name: letters, digits and {@code _}, not a digit first
     */
    String key();

    /**
     * Its value.
     *
     * @return any text
     */
    String value();
}
