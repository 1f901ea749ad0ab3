/** The driver of a job on a cluster: a JVM of its own, whose outcome is kept beside Ray's logs. */
@NullMarked
package io.eagleray.driver.cluster;

import org.jspecify.annotations.NullMarked;
