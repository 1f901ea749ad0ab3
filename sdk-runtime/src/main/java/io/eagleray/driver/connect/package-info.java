/** Connections from this JVM to a Ray: one class loader, one at a time, shared by those who use it. */
@NullMarked
package io.eagleray.driver.connect;

import org.jspecify.annotations.NullMarked;
