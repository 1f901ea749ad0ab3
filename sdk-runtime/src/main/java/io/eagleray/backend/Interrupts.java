package io.eagleray.backend;

import io.eagleray.client.TaskCancelledException;

/** What becomes of a thread's interrupt where a backend is asked. */
public final class Interrupts {
    private Interrupts() {}

    /**
     * What can be interrupted.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Asking<T> {

        /**
         * Asks.
         *
         * @return the answer
         * @throws InterruptedException when the thread is interrupted
         */
        T ask() throws InterruptedException;
    }

    /**
     * Asks. An interrupt stays the thread's, and cancels.
     *
     * @param during what is done meanwhile, for the message
     * @param asking what is asked
     * @param <T> what comes of it
     * @return the answer
     * @throws TaskCancelledException when the thread is interrupted
     */
    public static <T> T cancel(String during, Asking<T> asking) {
        try {
            return asking.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while " + during, e);
        }
    }

    /**
     * Does what has to be done by an interrupted thread, too, which nothing can be asked for with: the interrupt is the
     * thread's again afterwards.
     *
     * @param action what is done
     */
    public static void setAside(Runnable action) {
        boolean wasInterrupted = Thread.interrupted();
        try {
            action.run();
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
