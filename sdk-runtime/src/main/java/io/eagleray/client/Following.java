package io.eagleray.client;

import io.eagleray.backend.BackendExecution;

/** Follows the log of an execution in the background. */
final class Following {
    private Following() {}

    static void start(BackendExecution execution, LogSink sink) {
        Thread thread = new Thread(null, () -> follow(execution, sink), "eagleray-logs", 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    private static void follow(BackendExecution execution, LogSink sink) {
        try {
            execution.logs(sink);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
