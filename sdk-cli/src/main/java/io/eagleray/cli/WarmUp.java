package io.eagleray.cli;

import io.eagleray.backend.BackendProvider;

/** Loads what the way to a backend needs, beside the first steps of the command. */
final class WarmUp {
    private static final String SCHEME = "eagleray.backend";
    private static final long PATIENCE_MILLIS = 10_000;

    private static volatile Thread running = new Thread(() -> {}, "never begun");

    private WarmUp() {}

    /** Begins it where the wrapper script has seen what kind of backend comes. */
    static void begin() {
        String scheme = System.getProperty(SCHEME, "");
        if (!scheme.isEmpty()) {
            Thread thread = new Thread(() -> load(scheme), "eagleray-warm-up");
            thread.setDaemon(true);
            running = thread;
            thread.start();
        }
    }

    /**
     * Waits until it is done, or was never begun.
     *
     * @return false when it takes too long, or the thread is interrupted
     */
    static boolean hasEnded() {
        try {
            running.join(PATIENCE_MILLIS);
            return !running.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void load(String scheme) {
        try {
            BackendProvider.ofScheme(scheme).ifPresent(BackendProvider::warmUp);
        } catch (RuntimeException | LinkageError e) {
            return; // whoever opens the backend meets it again, and says so
        }
    }
}
