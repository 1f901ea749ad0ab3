/** Fan-out inside a task, over a worker port. */
@NullMarked
package io.eagleray.parallel;

import org.jspecify.annotations.NullMarked;
