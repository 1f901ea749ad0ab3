package io.eagleray.cli;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.ConfigurationException;
import java.util.Optional;

/** The backend of commands that only Kubernetes has. */
final class KubernetesBackend {
    private KubernetesBackend() {}

    /**
     * Which it is.
     *
     * @param settings which may name it
     * @param address what the task's annotation names
     * @throws ConfigurationException when nothing names one
     */
    static BackendUri of(Settings settings, Optional<String> address) {
        return settings.value(Setting.BACKEND)
                .or(() -> address)
                .map(BackendUri::parse)
                .orElseThrow(() -> new ConfigurationException("no Kubernetes is named: say which with --backend"
                        + " kuberay://namespace[?context=…] or EAGLERAY_BACKEND"));
    }
}
