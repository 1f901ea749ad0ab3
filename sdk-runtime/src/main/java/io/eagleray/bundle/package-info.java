/** The class path: what is on it, and what it declares. */
@NullMarked
package io.eagleray.bundle;

import org.jspecify.annotations.NullMarked;
