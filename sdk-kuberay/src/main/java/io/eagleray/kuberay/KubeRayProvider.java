package io.eagleray.kuberay;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendProvider;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.Check;
import java.util.List;
import java.util.Map;

/** Opens {@code kuberay://namespace[?context=…]}: clusters that the KubeRay operator makes for tasks. */
public final class KubeRayProvider implements BackendProvider {

    /** Called by the service loader. */
    public KubeRayProvider() {}

    @Override
    public boolean opens(String scheme) {
        return scheme.equals("kuberay");
    }

    @Override
    public boolean executionsGoOn() {
        return true;
    }

    @Override
    public void warmUp() {
        KubeApi.warmUp();
    }

    @Override
    public List<Check> checks(BackendUri uri, Map<String, String> variables) throws InterruptedException {
        KubeOptions options = KubeOptions.of(uri, variables);
        try (KubeApi api = KubeApi.open(options)) {
            return KubeChecks.of(api, options);
        }
    }

    @Override
    public Backend open(BackendUri uri, BackendEnvironment environment) {
        KubeOptions options = KubeOptions.of(uri, environment.variables());
        return new KubeRayBackend(KubeApi.open(options), options, environment);
    }
}
