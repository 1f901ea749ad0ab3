package io.eagleray.client;

import io.eagleray.backend.BackendExecution;
import java.util.function.BooleanSupplier;

/** Follows the log of an execution in the background. */
final class Following {
    private Following() {}

    /**
     * Begins.
     *
     * @param execution whose log
     * @param sink takes the lines
     * @param isClosed whether the connection is closed, so that the log ends where it is
     */
    static void start(BackendExecution execution, LogSink sink, BooleanSupplier isClosed) {
        Thread thread = new Thread(null, () -> follow(execution, sink, isClosed), "eagleray-logs", 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    private static void follow(BackendExecution execution, LogSink sink, BooleanSupplier isClosed) {
        try {
            execution.logs(sink);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (EaglerayException e) {
            if (!isClosed.getAsBoolean()) {
                throw e; // and so is printed
            }
        }
    }
}
