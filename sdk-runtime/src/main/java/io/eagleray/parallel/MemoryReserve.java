package io.eagleray.parallel;

import org.jspecify.annotations.Nullable;

/** Memory that is kept aside, so that it can still be told when all other is exhausted. */
final class MemoryReserve {
    private static final int BYTES = 1 << 20;

    private byte @Nullable [] kept = new byte[BYTES];

    /** Gives it up, for good. */
    synchronized void release() {
        kept = null;
    }

    @Override
    public synchronized String toString() {
        return kept == null ? "released" : kept.length + " bytes";
    }
}
