/** The backend on Flyte: tasks are registered as versions, and executed there. */
@NullMarked
package io.eagleray.flyte;

import org.jspecify.annotations.NullMarked;
