/** Runs a task's body, and dispatches on its workers. */
@NullMarked
package io.eagleray.driver;

import org.jspecify.annotations.NullMarked;
