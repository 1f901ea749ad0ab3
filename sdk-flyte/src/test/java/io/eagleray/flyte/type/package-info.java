@NullMarked
package io.eagleray.flyte.type;

import org.jspecify.annotations.NullMarked;
