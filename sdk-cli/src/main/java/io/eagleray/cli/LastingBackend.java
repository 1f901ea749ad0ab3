package io.eagleray.cli;

import io.eagleray.backend.BackendProvider;
import io.eagleray.backend.BackendUri;
import io.eagleray.client.ConfigurationException;
import java.util.Optional;

/** What may be left alone, and found again: executions that do not end with the process that submitted them. */
final class LastingBackend {
    private LastingBackend() {}

    /**
     * Looks which backend will be used, before anything is started there.
     *
     * @param settings which may name it
     * @param address what the task's annotation names
     * @throws ConfigurationException when its executions end with this process
     */
    static void require(Settings settings, Optional<String> address) {
        BackendUri backend = settings.value(Setting.BACKEND)
                .or(() -> address)
                .map(BackendUri::parse)
                .orElse(BackendUri.DEFAULT);
        if (!BackendProvider.of(backend).executionsGoOn()) {
            throw new ConfigurationException("executions on " + backend + " end with the process that started them, so"
                    + " none can be left alone or found again: name a backend whose executions go on, with --backend"
                    + " http(s)://host:port, kuberay://namespace or flyte://host/project/domain, or EAGLERAY_BACKEND");
        }
    }
}
