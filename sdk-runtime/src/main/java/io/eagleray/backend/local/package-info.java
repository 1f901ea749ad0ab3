/** The backend that runs a real Ray on this machine: finds or installs it, starts it, and ends exactly that. */
@NullMarked
package io.eagleray.backend.local;

import org.jspecify.annotations.NullMarked;
