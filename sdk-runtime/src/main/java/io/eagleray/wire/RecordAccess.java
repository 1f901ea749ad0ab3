package io.eagleray.wire;

import org.jspecify.annotations.Nullable;

/** Makes records and takes them apart. */
interface RecordAccess {

    /**
     * Makes a record of its components.
     *
     * @throws Throwable when its constructor refuses them
     */
    Object make(@Nullable Object[] values) throws Throwable;

    /** A component of a record. */
    @Nullable
    Object take(Object record, int component);
}
