package io.eagleray.backend.ray;

import io.eagleray.wire.JsonTextReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The whole log of a job in one answer. It may be large: it goes over a file, not through memory. */
final class LogFile {
    private static final long MOST_BYTES = 4L << 30;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int BUFFER = 1 << 16;

    private final HeadClient head;
    private final Ask ask;

    LogFile(HeadClient head, String jobPath) {
        this.head = head;
        this.ask = Ask.of("GET", jobPath + "/logs");
    }

    /** Takes what is new in it; false when the head does not know the job. */
    boolean read(LogText text) throws InterruptedException {
        Path file = TemporaryFile.create(".log");
        try {
            Answer answer = head.answer(ask.into(file, MOST_BYTES, PATIENCE));
            if (RayJobs.isUnknownJob(answer)) {
                return false;
            }
            if (!answer.isOk()) {
                throw Refusal.of(answer, head.options());
            }
            take(answer, file, text);
            return true;
        } finally {
            TemporaryFile.remove(file);
        }
    }

    private static void take(Answer answer, Path file, LogText text) {
        try (BufferedReader json = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                Reader logs = new JsonTextReader(json, "logs")) {
            char[] piece = new char[BUFFER];
            long offset = 0;
            for (int count = logs.read(piece); count > 0; count = logs.read(piece)) {
                text.take(offset, new String(piece, 0, count));
                offset += count;
            }
        } catch (IOException e) {
            throw answer.broken(e);
        }
    }
}
