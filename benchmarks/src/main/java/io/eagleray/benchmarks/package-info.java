/**
 * The figures we publish, measured beside their peers in one run: {@code benchmarks/run} of the source tree. It makes
 * the sources of many tasks in Java and the same tasks in Python, and times whole processes over them; and it times what
 * {@code Parallel} does on a real Ray, beside users of that Ray in Python and of its own API in Java.
 */
@NullMarked
package io.eagleray.benchmarks;

import org.jspecify.annotations.NullMarked;
