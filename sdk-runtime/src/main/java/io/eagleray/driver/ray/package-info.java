/**
 * The only classes that speak Ray's own API. They are never loaded from the application's class path: in the driver by
 * {@code io.eagleray.driver.connect}, on a worker by Ray.
 */
@NullMarked
package io.eagleray.driver.ray;

import org.jspecify.annotations.NullMarked;
