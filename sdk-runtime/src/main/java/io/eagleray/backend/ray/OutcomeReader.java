package io.eagleray.backend.ray;

import io.eagleray.client.BackendException;
import io.eagleray.driver.cluster.OutcomeFile;
import io.eagleray.wire.Limits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Fetches outcomes, by Ray's API for log files. They go over a file, so that memory holds each once. */
final class OutcomeReader {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RayJobs jobs;

    OutcomeReader(RayJobs jobs) {
        this.jobs = jobs;
    }

    /** The envelope; empty when the driver has left none. */
    Optional<byte[]> read(JobDetails job) throws InterruptedException {
        if (job.node().isEmpty()) {
            return Optional.empty();
        }
        String path = "/api/v0/logs/file?node_id=" + job.node().get() + "&filename=" + OutcomeFile.path(job.id())
                + "&lines=-1&timeout=" + PATIENCE.toSeconds();
        Path file = TemporaryFile.create(".outcome");
        try {
            long limit = Limits.DEFAULT.maxBytes();
            Answer answer =
                    jobs.head().answer(Ask.of("GET", path).into(file, limit + OutcomeFile.longestHeader(), PATIENCE));
            if (answer.status() == Answer.SERVER_ERROR || answer.status() == Answer.NOT_FOUND) {
                return Optional.empty();
            }
            if (!answer.isOk()) {
                throw Refusal.of(answer, jobs.head().options());
            }
            if (Files.size(file) == 0) { // what Ray makes of a file that is not there, where it asks for a token
                return Optional.empty();
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return Optional.of(OutcomeFile.read(in, limit));
            }
        } catch (IOException e) {
            throw new BackendException(
                    "cannot read the temporary file of the outcome of job " + job.id() + ": " + e, e);
        } finally {
            TemporaryFile.remove(file);
        }
    }
}
