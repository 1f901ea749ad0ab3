/** Typed invocations: what generated code builds on. */
@NullMarked
package io.eagleray.call;

import org.jspecify.annotations.NullMarked;
