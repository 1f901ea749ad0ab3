package io.eagleray.cli;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.ConfigurationException;
import io.eagleray.kuberay.KubeRayNamespace;
import java.util.Optional;

/** What commands ask that only Kubernetes has. */
final class KubernetesBackend {
    private KubernetesBackend() {}

    /**
     * Opens the namespace.
     *
     * @param settings which may name it
     * @param address what the task's annotation names
     * @throws ConfigurationException when nothing names one, or what is named is no Kubernetes
     */
    static KubeRayNamespace open(Settings settings, Optional<String> address) {
        BackendUri uri = settings.value(Setting.BACKEND)
                .or(() -> address)
                .map(BackendUri::parse)
                .orElseThrow(() -> new ConfigurationException("no Kubernetes is named: say which with --backend"
                        + " kuberay://namespace[?context=…] or EAGLERAY_BACKEND"));
        return KubeRayNamespace.open(uri, settings.asVariables());
    }
}
