/** Where executions happen: the interface that every backend implements. */
@NullMarked
package io.eagleray.backend;

import org.jspecify.annotations.NullMarked;
