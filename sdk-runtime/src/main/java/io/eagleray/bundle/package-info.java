/** The class path: what is on it, what it declares, and how it is shipped. */
@NullMarked
package io.eagleray.bundle;

import org.jspecify.annotations.NullMarked;
