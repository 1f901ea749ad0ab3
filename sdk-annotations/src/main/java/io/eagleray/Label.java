package io.eagleray;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A label of what is started for a task.
 *
 * <pre>{@code
 * public final class Reports {
 *
 *   @Task(labels = {@Label(key = "team", value = "sales"), @Label(key = "example.com/cost-center", value = "4711")})
 *   public static String today(LocalDate day) {
 *     return day.toString();
 *   }
 * }
 * }</pre>
 *
 * @see Task#labels()
 * @see <a href="https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/">Kubernetes: labels</a>
 */
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface Label {

    /**
     * The key of the label.
     *
     * @return a Kubernetes label key: a name of at most 63 letters, digits, {@code -}, {@code _} and {@code .}, with an
     *     optional DNS prefix and {@code /} before it
     */
    String key();

    /**
     * Its value.
     *
     * @return at most 63 letters, digits, {@code -}, {@code _} and {@code .}; may be empty
     */
    String value();
}
