package io.eagleray.backend.local;

import io.eagleray.client.BackendException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The local Ray of this JVM. A JVM can be connected to one at a time, so those who ask for the same share it, and the
 * last of them ends it; so does the end of the JVM.
 */
final class LocalRays {
    private static @Nullable ConnectedRay running;
    private static @Nullable Thread atEnd;
    private static int users;

    private LocalRays() {}

    /** Starts it, or shares the one that runs. */
    static synchronized ConnectedRay acquire(
            Provisioning provisioning, LocalOptions options, Map<String, String> variables)
            throws InterruptedException {
        ConnectedRay shared = running;
        if (shared == null) {
            shared = provisioning.start();
            running = shared;
            endWithJvm();
        } else if (!shared.fits(options, variables)) {
            throw new BackendException("this JVM is connected to " + shared + ", and another local Ray is asked for: "
                    + options + ". One JVM can be connected to one Ray at a time: close the first, ask for the same,"
                    + " or run one of them in a JVM of its own");
        }
        users++;
        return shared;
    }

    /** Gives one share back. */
    static synchronized void release() {
        users--;
        if (users == 0) {
            end();
        }
    }

    private static void end() {
        ConnectedRay last = running;
        running = null;
        if (last != null) {
            last.close();
        }
    }

    private static void endWithJvm() {
        if (atEnd == null) {
            atEnd = new Thread(
                    () -> {
                        ConnectedRay last = running;
                        if (last != null) {
                            last.close();
                        }
                    },
                    "eagleray end");
            Runtime.getRuntime().addShutdownHook(atEnd);
        }
    }

    /** What runs, for tests. */
    static synchronized Optional<ConnectedRay> running() {
        return Optional.ofNullable(running);
    }
}
