/** What users call, and the words that everything below it shares: outcomes, states, errors and exceptions. */
@NullMarked
package io.eagleray.client;

import org.jspecify.annotations.NullMarked;
