/** A Ray that runs: what is asked of its head over HTTP. Other backends reach their clusters through it. */
@NullMarked
package io.eagleray.backend.ray;

import org.jspecify.annotations.NullMarked;
