package io.eagleray.backend;

import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.driver.Submission;
import io.eagleray.parallel.WorkerPort;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A backend whose tasks run in this JVM, and their remote functions on the workers of a place. What it knows of
 * executions goes with it.
 */
public final class InProcessBackend implements Backend {
    private final Place place;
    private final BackendEnvironment environment;
    private final Map<String, InProcessExecution> executions = new ConcurrentHashMap<>();

    /** Where the workers are. */
    public interface Place extends AutoCloseable {

        /**
         * Opens a port for one attempt of an execution.
         *
         * @param submission what is run
         * @return the port; who asked closes it
         */
        WorkerPort open(Submission submission);

        /**
         * Where its dashboard is.
         *
         * @return the address, if there is a dashboard
         */
        Optional<URI> dashboard();

        @Override
        void close();
    }

    /**
     * A backend over a place, which it closes.
     *
     * @param place where the workers are
     * @param environment what it may use
     */
    public InProcessBackend(Place place, BackendEnvironment environment) {
        this.place = place;
        this.environment = environment;
    }

    @Override
    public BackendExecution submit(Submission submission) {
        InProcessExecution made = new InProcessExecution(submission, place, environment);
        InProcessExecution known = executions.putIfAbsent(submission.id(), made);
        if (known == null) {
            made.start();
            return made;
        }
        if (!known.runs(submission)) {
            throw new ConfigurationException("execution id \"" + submission.id()
                    + "\" is taken by another call, of task " + known.summary().task() + ": choose another id");
        }
        return known;
    }

    @Override
    public Optional<BackendExecution> find(String id) {
        return Optional.ofNullable(executions.get(id));
    }

    @Override
    public List<ExecutionSummary> executions() {
        return executions.values().stream()
                .map(InProcessExecution::summary)
                .sorted(Comparator.comparing(ExecutionSummary::submitted).reversed())
                .toList();
    }

    @Override
    public void close() {
        executions.values().forEach(execution -> execution.cancel("the backend was closed"));
        executions.values().forEach(InProcessExecution::awaitEnd);
        place.close();
    }
}
