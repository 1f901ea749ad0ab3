package io.eagleray.backend;

import io.eagleray.client.ExecutionSummary;
import io.eagleray.driver.Submission;
import java.util.List;
import java.util.Optional;

/** A place where tasks are executed. Closing it ends what it started. */
public interface Backend extends AutoCloseable {

    /**
     * Submits a call. Sending the same id twice runs it once.
     *
     * @param submission what to run
     * @return the execution
     */
    BackendExecution submit(Submission submission);

    /**
     * Finds an execution.
     *
     * @param id its id
     * @return the execution, or empty when the backend does not know it
     */
    Optional<BackendExecution> find(String id);

    /**
     * Lists the executions it knows.
     *
     * @return the newest first
     */
    List<ExecutionSummary> executions();

    /** Cancels what runs, and ends what it started. */
    @Override
    void close();
}
