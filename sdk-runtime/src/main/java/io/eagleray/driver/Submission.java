package io.eagleray.driver;

import io.eagleray.spec.TaskSpec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a driver is asked to run.
 *
 * @param id the execution's id, chosen by the submitting side
 * @param spec the task's spec
 * @param call the encoded call
 * @param timeout how long one attempt may take; empty for no limit
 * @param labels labels of the execution
 * @param env environment variables that are added to the task's
 */
public record Submission(
        String id,
        TaskSpec spec,
        byte[] call,
        Optional<Duration> timeout,
        Map<String, String> labels,
        Map<String, String> env) {

    /** Copies the maps. */
    public Submission {
        labels = Map.copyOf(labels);
        env = Map.copyOf(env);
    }
}
