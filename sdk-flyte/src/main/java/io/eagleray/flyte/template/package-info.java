/** What a task is for Flyte: the template that is registered. */
@NullMarked
package io.eagleray.flyte.template;

import org.jspecify.annotations.NullMarked;
