@NullMarked
package io.eagleray.flyte.pod;

import org.jspecify.annotations.NullMarked;
