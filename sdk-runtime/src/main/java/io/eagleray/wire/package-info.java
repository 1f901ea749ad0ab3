/** Values to bytes and back, envelopes, and the JSON of specs. Alone imports Jackson. */
@NullMarked
package io.eagleray.wire;

import org.jspecify.annotations.NullMarked;
