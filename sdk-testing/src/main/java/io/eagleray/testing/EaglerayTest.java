package io.eagleray.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a connected {@link io.eagleray.client.Eagleray} as a parameter. On a class, its tests share one
 * connection, which is closed after the last of them; on a method, the test has one of its own, which is closed after
 * it.
 *
 * <pre>{@code
 * @EaglerayTest
 * class SquaresTest {
 *
 *   @Test
 *   void squaresNumbers(Eagleray eagleray) {
 *     assertThat(eagleray.run(SquaresTasks.squares(3))).containsExactly(0, 1, 4);
 *   }
 *
 *   @Test
 *   @EaglerayTest(backend = "local")
 *   void squaresNumbersOnRay(Eagleray eagleray) {
 *     assertThat(eagleray.run(SquaresTasks.squares(3))).containsExactly(0, 1, 4);
 *   }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(EaglerayExtension.class)
public @interface EaglerayTest {

    /**
     * The backend.
     *
     * @return a backend URI: {@code embedded}, the default, needs nothing but the JDK; {@code local} is a real Ray
     */
    String backend() default "embedded";
}
