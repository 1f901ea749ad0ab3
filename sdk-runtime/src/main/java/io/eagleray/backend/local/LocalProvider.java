package io.eagleray.backend.local;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendProvider;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.InProcessBackend;
import io.eagleray.backend.Interrupts;

/** Opens {@code local}: a real Ray on this machine. */
public final class LocalProvider implements BackendProvider {

    /** Called by the service loader. */
    public LocalProvider() {}

    @Override
    public boolean opens(String scheme) {
        return scheme.equals("local");
    }

    @Override
    public boolean executionsGoOn() {
        return false;
    }

    @Override
    public Backend open(BackendUri uri, BackendEnvironment environment) {
        LocalOptions options = LocalOptions.of(uri, environment.variables());
        Provisioning provisioning = new Provisioning(options, environment.variables(), environment.progress());
        ConnectedRay ray = Interrupts.cancel(
                "Ray was started; what was started has been ended",
                () -> LocalRays.acquire(provisioning, options, environment.variables()));
        return new InProcessBackend(
                new LocalPlace(ray, environment.application().classPath()), environment);
    }
}
