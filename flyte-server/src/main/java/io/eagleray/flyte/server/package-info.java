/** A Flyte backend for tests, as far as clients and pods see it. */
@NullMarked
package io.eagleray.flyte.server;

import org.jspecify.annotations.NullMarked;
