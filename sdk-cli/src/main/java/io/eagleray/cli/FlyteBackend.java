package io.eagleray.cli;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.ConfigurationException;
import io.eagleray.flyte.FlyteProject;

/** What commands ask that only Flyte has. */
final class FlyteBackend {
    private FlyteBackend() {}

    /**
     * Opens the project and domain.
     *
     * @throws ConfigurationException when nothing names them, or what is named is no Flyte
     */
    static FlyteProject open(Settings settings, Shell shell) {
        BackendUri uri = settings.value(Setting.BACKEND)
                .map(BackendUri::parse)
                .orElseThrow(() -> new ConfigurationException("no Flyte is named: say which with --backend"
                        + " flyte://host[:port]/project/domain or EAGLERAY_BACKEND"));
        return FlyteProject.open(uri, settings.asVariables(), shell.says());
    }
}
