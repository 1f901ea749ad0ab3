/** Tests of tasks: a JUnit extension, and the contract that every backend passes. */
@NullMarked
package io.eagleray.testing;

import org.jspecify.annotations.NullMarked;
