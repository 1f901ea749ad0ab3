package io.eagleray.kuberay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * What runs on the head of a cluster that is kept, and ends when nobody uses it any more. Before that it closes the cluster
 * with a job whose id everybody knows. Who submits looks for that job right before; what was submitted in time is waited
 * for. So no cluster goes under an execution.
 */
final class Janitor {
    /** Its own job. */
    static final String ID = "eagleray-janitor";

    /** The job by whose being there a cluster is closed. */
    static final String CLOSED = "eagleray-closed";

    /** From the closing to the end: so much time has a client from its look to its submission. */
    static final Duration GRACE = Duration.ofSeconds(15);

    /** How long the first execution of a cluster may take until it comes: its code has to be shipped. */
    private static final Duration FIRST = Duration.ofMinutes(2);

    private static final String PROGRAM = program();

    private Janitor() {}

    /** Whether a job is no execution. */
    static boolean isOurs(String id) {
        return id.equals(ID) || id.equals(CLOSED);
    }

    /** The shell command that it is. */
    static String entrypoint(Duration idleTtl) {
        return "exec python3 -u -c '" + PROGRAM + "' " + Math.max(1, idleTtl.toSeconds()) + " " + FIRST.toSeconds()
                + " " + GRACE.toSeconds();
    }

    private static String program() {
        try (InputStream in = Janitor.class.getResourceAsStream("janitor.py")) {
            String text = new String(Objects.requireNonNull(in, "janitor.py").readAllBytes(), StandardCharsets.UTF_8);
            if (text.contains("'")) {
                throw new IllegalStateException(
                        "janitor.py has a single quote, which the shell would take for its own");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
