package io.eagleray.backend.ray;

import io.eagleray.client.BackendException;
import io.eagleray.parallel.Backoff;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Follows the log of a job. The socket gives the log from its beginning, may close at any time and says nothing of the
 * job's end: so the status is asked, the socket is opened again, what is known is skipped, and the whole log is read
 * once more at the end.
 */
final class LogTail {
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final RayJobs jobs;
    private final HeadClient head;
    private final String id;
    private final LogFile file;
    private final String path;
    private final BooleanSupplier hasEnded;

    LogTail(RayJobs jobs, HeadClient head, String id, String jobPath, BooleanSupplier hasEnded) {
        this.jobs = jobs;
        this.head = head;
        this.id = id;
        this.file = new LogFile(head, jobPath);
        this.path = jobPath + "/logs/tail";
        this.hasEnded = hasEnded;
    }

    JobDetails follow(LogText text) throws InterruptedException {
        int failures = 0;
        while (true) {
            JobDetails job = status();
            if (job.status().isEnd()) {
                file.read(text);
                text.end();
                return job;
            }
            long before = text.taken();
            if (!tail(text)) {
                file.read(text); // where no socket can be had, the log is polled
            }
            failures = text.taken() > before ? 1 : failures + 1;
            Thread.sleep(Backoff.after(Math.min(failures, 6)).toMillis());
        }
    }

    private JobDetails status() throws InterruptedException {
        return jobs.get(id);
    }

    /** Takes what comes over a socket until it closes, or the job has ended; false when there is no socket. */
    private boolean tail(LogText text) throws InterruptedException {
        try (TailSocket socket = TailSocket.open(head, path)) {
            long offset = 0;
            while (true) {
                TailSocket.Piece piece = socket.next(hasEnded);
                switch (piece.kind()) {
                    case TEXT -> {
                        text.take(offset, piece.text());
                        offset += piece.text().length();
                    }
                    case QUIET -> {
                        if (status().status().isEnd() && !socket.hasMore()) {
                            return true;
                        }
                    }
                    case CLOSED -> {
                        return true;
                    }
                    default -> throw new IllegalStateException(String.valueOf(piece.kind()));
                }
            }
        } catch (WebSocketHandshakeException e) {
            int status = e.getResponse().statusCode();
            if (status == UNAUTHORIZED || status == FORBIDDEN) {
                throw new BackendException(
                        "the Ray head at " + head.options().address() + " refuses to show the log of job " + id + " ("
                                + status + "): has the token expired?",
                        e);
            }
            return false;
        } catch (IOException | TimeoutException e) {
            return false;
        }
    }
}
