/** The code of an application on the pods that Flyte starts: what is stored, how it gets there, and what runs there. */
@NullMarked
package io.eagleray.flyte.pod;

import org.jspecify.annotations.NullMarked;
