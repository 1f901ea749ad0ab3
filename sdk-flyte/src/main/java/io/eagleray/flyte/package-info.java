/** Tasks, types and values in the messages of Flyte. */
@NullMarked
package io.eagleray.flyte;

import org.jspecify.annotations.NullMarked;
