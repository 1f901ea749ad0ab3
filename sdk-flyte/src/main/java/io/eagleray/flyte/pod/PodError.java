package io.eagleray.flyte.pod;

import flyteidl.core.Errors.ContainerError;
import flyteidl.core.Errors.ErrorDocument;
import flyteidl.core.Execution.ExecutionError.ErrorKind;
import io.eagleray.client.BackendException;
import io.eagleray.client.RemoteError;
import io.eagleray.client.WorkerDiedException;
import io.eagleray.parallel.Retryable;
import io.eagleray.spec.TaskSpec;
import java.util.Optional;

/** How the end of a task without a result is told to Flyte, which retries what is recoverable. */
final class PodError {
    private static final String STOPPED = "Stopped";

    private PodError() {}

    /**
     * An exception.
     *
     * @param error what it says
     * @param thrown the exception itself, where the task has thrown it; empty when the task could not begin or end
     * @param task the task
     */
    static ErrorDocument of(RemoteError error, Optional<Throwable> thrown, TaskSpec task) {
        boolean isRecoverable = thrown.map(each -> task.retries() > 0 && Retryable.matches(each, task.retryOn()))
                .orElse(error.type().equals(BackendException.class.getName()));
        boolean isOurs = thrown.map(each -> each instanceof BackendException || each instanceof WorkerDiedException)
                .orElse(true);
        return document(error.type(), ErrorText.of(error), isRecoverable, isOurs ? ErrorKind.SYSTEM : ErrorKind.USER);
    }

    /** A value that does not fit: another attempt would have the same. */
    static ErrorDocument ofValue(RemoteError error) {
        return document(error.type(), ErrorText.of(error), false, ErrorKind.USER);
    }

    /** Who has cancelled it asks for no error; a pod that is taken away deserves another. */
    static ErrorDocument stopped() {
        return document(STOPPED, "the pod was told to stop while the task ran", true, ErrorKind.SYSTEM);
    }

    private static ErrorDocument document(String code, String message, boolean isRecoverable, ErrorKind origin) {
        return ErrorDocument.newBuilder()
                .setError(ContainerError.newBuilder()
                        .setCode(code)
                        .setMessage(message)
                        .setKind(isRecoverable ? ContainerError.Kind.RECOVERABLE : ContainerError.Kind.NON_RECOVERABLE)
                        .setOrigin(origin))
                .build();
    }
}
