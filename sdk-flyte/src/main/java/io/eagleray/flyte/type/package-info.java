/** The types of signatures, and their values, in those of Flyte. */
@NullMarked
package io.eagleray.flyte.type;

import org.jspecify.annotations.NullMarked;
