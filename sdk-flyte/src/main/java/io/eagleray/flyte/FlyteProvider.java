package io.eagleray.flyte;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendProvider;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.Check;
import io.eagleray.flyte.template.TaskTemplates;
import java.util.List;
import java.util.Map;

/** Opens {@code flyte://host[:port]/project/domain}: a project and domain of a Flyte backend. */
public final class FlyteProvider implements BackendProvider {
    static final String SCHEME = "flyte";

    /** Called by the service loader. */
    public FlyteProvider() {}

    @Override
    public boolean opens(String scheme) {
        return scheme.equals(SCHEME);
    }

    @Override
    public boolean executionsGoOn() {
        return true;
    }

    @Override
    public void warmUp() {
        TaskTemplates.warmUp();
    }

    @Override
    public List<Check> checks(BackendUri uri, Map<String, String> variables) throws InterruptedException {
        try (FlyteApi api = FlyteApi.open(FlyteOptions.of(uri, variables))) {
            return FlyteChecks.of(api, variables);
        }
    }

    @Override
    public Backend open(BackendUri uri, BackendEnvironment environment) {
        Map<String, String> variables = environment.variables();
        return new FlyteBackend(FlyteApi.open(FlyteOptions.of(uri, variables)), environment);
    }
}
