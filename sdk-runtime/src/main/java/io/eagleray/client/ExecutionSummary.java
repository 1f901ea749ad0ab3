package io.eagleray.client;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an execution at a glance.
 *
 * @param id its id
 * @param task the task's name
 * @param state where it stands
 * @param submitted when it was submitted
 * @param ended when it ended; empty while it runs
 * @param message about its state, for people, such as what it waits for or has failed with; may be empty
 */
public record ExecutionSummary(
        String id, String task, State state, Instant submitted, Optional<Instant> ended, String message) {}
