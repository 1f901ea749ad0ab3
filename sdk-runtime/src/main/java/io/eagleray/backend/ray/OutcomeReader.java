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

    /** What older Rays send before the content of a file, and before what they say when there is none. */
    private static final int FOUND = '1';

    private static final int MISSING = '0';

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
            Answer answer = jobs.head()
                    .answer(Ask.of("GET", path).into(file, 1 + OutcomeFile.longestHeader() + limit, PATIENCE));
            if (answer.status() == Answer.SERVER_ERROR || answer.status() == Answer.NOT_FOUND) {
                return Optional.empty();
            }
            if (!answer.isOk()) {
                throw Refusal.of(answer, jobs.head().options());
            }
            return read(file, limit);
        } catch (IOException e) {
            throw new BackendException(
                    "cannot read the temporary file of the outcome of job " + job.id() + ": " + e, e);
        } finally {
            TemporaryFile.remove(file);
        }
    }

    private static Optional<byte[]> read(Path file, long limit) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(1);
            int first = in.read();
            if (first < 0 || first == MISSING) { // nothing is what newer Rays make of it where they ask for a token
                return Optional.empty();
            }
            if (first != FOUND) {
                in.reset();
            }
            return Optional.of(OutcomeFile.read(in, limit));
        }
    }
}
