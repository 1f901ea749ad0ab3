/** Where results are kept that people want elsewhere than in Ray's logs: a folder, or what a module brings. */
@NullMarked
package io.eagleray.storage;

import org.jspecify.annotations.NullMarked;
