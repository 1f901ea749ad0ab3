@NullMarked
package io.eagleray.kuberay;

import org.jspecify.annotations.NullMarked;
