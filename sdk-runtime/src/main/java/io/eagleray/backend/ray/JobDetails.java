package io.eagleray.backend.ray;

import io.eagleray.backend.Shown;
import io.eagleray.client.ValueException;
import io.eagleray.wire.JsonObject;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a head knows of a job. Its texts are what the server says: shortened, and without control characters.
 *
 * @param id its id
 * @param status how far it is
 * @param message about the status, for people, of one line or several; may be empty
 * @param errorType what kind of failure it was, such as {@code RUNTIME_ENV_SETUP_FAILURE}
 * @param entrypoint its command
 * @param metadata what is kept with it
 * @param started when it was submitted
 * @param ended when it ended
 * @param exitCode of the entrypoint
 * @param node the id of the node that it runs on, once it does
 * @param driver the id of the job that its driver has connected as, once it has
 */
public record JobDetails(
        String id,
        JobStatus status,
        String message,
        Optional<String> errorType,
        String entrypoint,
        Map<String, String> metadata,
        Optional<Instant> started,
        Optional<Instant> ended,
        OptionalLong exitCode,
        Optional<String> node,
        Optional<String> driver) {
    static final int LONGEST_MESSAGE = 20_000;
    private static final int LONGEST_TEXT = 2_000;

    /** Copies the map. */
    public JobDetails {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Jobs that were not submitted, but are drivers from elsewhere, have no such id. */
    static Optional<String> id(JsonObject job) {
        return job.text("submission_id").filter(JobIds::isValid);
    }

    static JobDetails of(String id, JsonObject job) {
        Map<String, String> metadata = new LinkedHashMap<>();
        job.texts("metadata").forEach((name, value) -> metadata.put(text(name), text(value)));
        return new JobDetails(
                id,
                status(job.text("status").orElse("")),
                message(job),
                job.text("error_type").filter(type -> type.matches("[A-Z_]{1,100}")),
                text(job.text("entrypoint").orElse("")),
                metadata,
                time(job, "start_time"),
                time(job, "end_time"),
                job.integer("driver_exit_code"),
                hex(job, "driver_node_id"),
                hex(job, "job_id"));
    }

    /** Of an entrypoint that has ended Ray repeats the log there; that is not what it is for. */
    private static String message(JsonObject job) {
        String message = job.text("message").orElse("");
        boolean repeats = job.integer("driver_exit_code").isPresent();
        return Shown.lines(
                repeats ? message.replaceFirst("(?s), last available logs.*", "") : message, LONGEST_MESSAGE);
    }

    private static JobStatus status(String text) {
        try {
            return JobStatus.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new ValueException("$.status: \"" + Shown.of(text, 40) + "\" is no status", e);
        }
    }

    private static Optional<String> hex(JsonObject job, String name) {
        return job.text(name).filter(id -> id.matches("[0-9a-f]{1,100}"));
    }

    private static String text(String text) {
        return Shown.of(text, LONGEST_TEXT);
    }

    private static Optional<Instant> time(JsonObject job, String name) {
        OptionalLong millis = job.integer(name);
        return millis.isPresent() ? Optional.of(Instant.ofEpochMilli(millis.getAsLong())) : Optional.empty();
    }
}
