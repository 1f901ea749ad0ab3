/** Programs to run and to read. */
@NullMarked
package io.eagleray.examples;

import org.jspecify.annotations.NullMarked;
