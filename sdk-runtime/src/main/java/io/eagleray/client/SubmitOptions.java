package io.eagleray.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a call is submitted.
 *
 * <pre>{@code
 * eagleray.submit(SquaresTasks.squares(10), SubmitOptions.defaults().withId("squares-42").withTimeout(Duration.ofMinutes(5)));
 * }</pre>
 *
 * @param id the execution's id; empty lets the client choose one. Submitting one id twice runs it once
 * @param timeout how long one attempt may take; empty leaves it to the task's annotation
 * @param labels labels of the execution, by key
 * @param env environment variables that are added to the task's, by name
 */
public record SubmitOptions(
        Optional<String> id, Optional<Duration> timeout, Map<String, String> labels, Map<String, String> env) {
    private static final String ID = "[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?";

    /**
     * Checks and copies.
     *
     * @throws ConfigurationException when the id has other characters, or the timeout is not positive
     */
    public SubmitOptions {
        id.filter(text -> !text.matches(ID)).ifPresent(text -> {
            throw new ConfigurationException(
                    "execution id \"" + text
                            + "\" is not usable: write 1 to 63 letters, digits, '.', '_' or '-', first and last a letter or digit");
        });
        timeout.filter(duration -> duration.isNegative() || duration.isZero()).ifPresent(duration -> {
            throw new ConfigurationException("timeout " + duration + " is not positive");
        });
        labels = Map.copyOf(labels);
        env = Map.copyOf(env);
    }

    /**
     * Nothing chosen.
     *
     * @return the options
     */
    public static SubmitOptions defaults() {
        return new SubmitOptions(Optional.empty(), Optional.empty(), Map.of(), Map.of());
    }

    /**
     * Chooses the id.
     *
     * @param id 1 to 63 letters, digits, {@code .}, {@code _} or {@code -}
     * @return the changed options
     */
    public SubmitOptions withId(String id) {
        return new SubmitOptions(Optional.of(id), timeout, labels, env);
    }

    /**
     * Bounds each attempt.
     *
     * @param timeout how long one attempt may take
     * @return the changed options
     */
    public SubmitOptions withTimeout(Duration timeout) {
        return new SubmitOptions(id, Optional.of(timeout), labels, env);
    }

    /**
     * Sets the labels.
     *
     * @param labels by key
     * @return the changed options
     */
    public SubmitOptions withLabels(Map<String, String> labels) {
        return new SubmitOptions(id, timeout, labels, env);
    }

    /**
     * Sets environment variables.
     *
     * @param env by name
     * @return the changed options
     */
    public SubmitOptions withEnv(Map<String, String> env) {
        return new SubmitOptions(id, timeout, labels, env);
    }
}
