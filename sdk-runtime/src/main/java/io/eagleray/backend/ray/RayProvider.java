package io.eagleray.backend.ray;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendProvider;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.Check;
import io.eagleray.backend.Interrupts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens {@code http(s)://host:port}: a Ray that somebody else has started. */
public final class RayProvider implements BackendProvider {

    /** Called by the service loader. */
    public RayProvider() {}

    @Override
    public boolean opens(String scheme) {
        return scheme.equals("http") || scheme.equals("https");
    }

    @Override
    public boolean executionsGoOn() {
        return true;
    }

    @Override
    public List<Check> checks(BackendUri uri, Map<String, String> variables) throws InterruptedException {
        return HeadChecks.of(uri, variables);
    }

    @Override
    public Backend open(BackendUri uri, BackendEnvironment environment) {
        return open(HeadOptions.of(uri, environment.variables()), environment, Admission.FREE);
    }

    /**
     * Opens a Ray that is reached in another way than by its own address, such as through a forwarded port: only this
     * token is shown there, whatever the variables say of tokens, headers and certificates.
     *
     * @param uri where it is reached
     * @param token its token; empty for none
     * @param environment what the backend may use
     * @param admission on which terms it takes submissions
     * @return the backend, ready to take submissions
     * @throws io.eagleray.client.BackendException when it cannot be reached
     */
    public Backend open(BackendUri uri, Optional<String> token, BackendEnvironment environment, Admission admission) {
        Optional<HeadToken> shown = token.map(text -> new HeadToken(text, "the cluster"));
        return open(HeadOptions.at(HeadAddress.of(uri), shown), environment, admission);
    }

    private static Backend open(HeadOptions options, BackendEnvironment environment, Admission admission) {
        RayJobs jobs = new RayJobs(options);
        try {
            HeadVersion head = Interrupts.cancel("the Ray head at " + options + " was asked", jobs::version);
            HeadChecks.requireUsable(head);
            return new RayBackend(jobs, environment, admission);
        } catch (RuntimeException e) {
            jobs.close();
            throw e;
        }
    }
}
