package io.eagleray.backend.embedded;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendProvider;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.InProcessBackend;
import io.eagleray.client.ConfigurationException;
import io.eagleray.driver.Submission;
import io.eagleray.parallel.HeapStore;
import io.eagleray.parallel.ThreadPort;
import io.eagleray.parallel.ValueStore;
import io.eagleray.parallel.WorkerPort;
import java.net.URI;
import java.util.Optional;

/** Opens {@code embedded}. */
public final class EmbeddedProvider implements BackendProvider {

    /** Called by the service loader. */
    public EmbeddedProvider() {}

    @Override
    public boolean opens(String scheme) {
        return scheme.equals("embedded");
    }

    @Override
    public boolean executionsGoOn() {
        return false;
    }

    @Override
    public Backend open(BackendUri uri, BackendEnvironment environment) {
        if (!uri.query().isEmpty()) {
            throw new ConfigurationException("backend \"" + uri + "\": embedded takes no options, remove "
                    + uri.query().keySet());
        }
        return new InProcessBackend(new Threads(environment, new HeapStore()), environment);
    }

    private record Threads(BackendEnvironment environment, ValueStore named) implements InProcessBackend.Place {

        @Override
        public WorkerPort open(Submission submission) {
            return new ThreadPort(
                    environment.application().loader(), Runtime.getRuntime().availableProcessors(), named);
        }

        @Override
        public Optional<URI> dashboard() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // each execution closes its own port
        }
    }
}
