package io.eagleray.spec;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Ray's runtime environment.
 *
 * @param pip requirement specifiers for pip
 * @param conda the name of a conda environment or the class path resource of its YAML file; may be empty
 * @param pyModules Python modules to ship
 * @param workingDir the working directory to ship; may be empty
 * @param excludes patterns of what is not shipped of it
 * @param envVars environment variables, by name
 * @param setupTimeoutSeconds how long its set-up may take
 */
public record RuntimeEnvSpec(
        List<String> pip,
        String conda,
        List<String> pyModules,
        String workingDir,
        List<String> excludes,
        Map<String, String> envVars,
        OptionalInt setupTimeoutSeconds) {

    /** Copies lists and map. */
    public RuntimeEnvSpec {
        pip = List.copyOf(pip);
        pyModules = List.copyOf(pyModules);
        excludes = List.copyOf(excludes);
        envVars = Sorted.copyOf(envVars);
    }
}
