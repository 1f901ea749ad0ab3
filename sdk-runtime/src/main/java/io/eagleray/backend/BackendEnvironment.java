package io.eagleray.backend;

import io.eagleray.bundle.Application;
import io.eagleray.bundle.Bundle;
import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import java.util.Map;

/**
 * What a backend may use of the process that opens it.
 *
 * @param application the user's code
 * @param variables the environment variables, {@code EAGLERAY_*} among them
 * @param progress takes reports of what takes longer than a moment
 */
public record BackendEnvironment(Application application, Map<String, String> variables, ProgressSink progress) {

    /** Copies the map. */
    public BackendEnvironment {
        variables = Map.copyOf(variables);
    }

    /**
     * The user's code, ready to be shipped. What was made of the same class path before is used again.
     *
     * @return the bundle
     * @throws io.eagleray.client.ConfigurationException when the class path cannot be shipped
     */
    public Bundle bundle() {
        progress.accept(Progress.of("bundling", "looking at the class path"));
        return Bundle.of(application.classPath(), CacheFolder.of(variables).resolve("bundles"));
    }
}
