@NullMarked
package io.eagleray.flyte;

import org.jspecify.annotations.NullMarked;
