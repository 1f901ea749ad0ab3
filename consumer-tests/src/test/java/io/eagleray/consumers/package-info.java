/** Builds of users' projects by Gradle; those by Maven are below {@code src/it}. */
@NullMarked
package io.eagleray.consumers;

import org.jspecify.annotations.NullMarked;
