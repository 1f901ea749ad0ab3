@NullMarked
package io.eagleray.flyte.template;

import org.jspecify.annotations.NullMarked;
