package io.eagleray.backend;

import io.eagleray.bundle.Application;
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
}
