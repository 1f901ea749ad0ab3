/**
 * What the annotations say, as plain records: the serializable description of tasks and remote functions. The processor
 * writes them to {@code META-INF/eagleray/<binary class name>.json}; everything else reads them from there.
 */
@NullMarked
package io.eagleray.spec;

import org.jspecify.annotations.NullMarked;
