/** The backend that needs nothing but a JDK: remote functions run on threads of this JVM. */
@NullMarked
package io.eagleray.backend.embedded;

import org.jspecify.annotations.NullMarked;
