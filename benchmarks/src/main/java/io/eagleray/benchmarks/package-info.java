/**
 * The figures we publish, measured beside their peers in one run: {@code benchmarks/run} of the source tree. It makes
 * the sources of many tasks in Java and the same tasks in Python, and times whole processes over them.
 */
@NullMarked
package io.eagleray.benchmarks;

import org.jspecify.annotations.NullMarked;
