package io.eagleray;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An interface whose methods are functions of a Python module, called like remote functions.
 *
 * <pre>{@code
 * @PythonModule("shop.forecast")
 * interface Forecast {
 *   double demand(String article, List<Double> history);
 * }
 * }</pre>
 *
 * <p>This release checks the interface (the module's name, and that parameters and results are of types that may cross) and
 * then refuses it: it cannot call Python yet. Write the function in Java, with {@link Remote}.
 *
 * @see <a href="https://docs.ray.io/en/latest/ray-core/cross-language.html">Ray: cross-language programming</a>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface PythonModule {

    /**
     * The name of the module.
     *
     * @return a dotted Python name, such as {@code package.module}
     */
    String value();
}
