/** The annotation processor: discover, read a model, check its rules, write. */
@NullMarked
package io.eagleray.processor;

import org.jspecify.annotations.NullMarked;
