package io.eagleray.backend.ray;

import io.eagleray.driver.Submission;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.RuntimeEnvSpec;
import io.eagleray.wire.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The runtime environments of a job, in Ray's own form. The packages of the code are Python modules for Ray: these are kept
 * as long as the job runs, and a node unpacks each of them once.
 *
 * @param submission what is run
 * @param code the URIs of the packages, the one that a JVM begins with first
 */
record DriverEnv(Submission submission, List<String> code) {

    Map<String, Object> ofDriver(String jobPackage) {
        List<String> modules = new ArrayList<>(code);
        modules.add(RayPackages.uri(jobPackage));
        Map<String, Object> env = new LinkedHashMap<>();
        env.put("py_modules", modules);
        Map<String, String> variables = variables();
        if (!variables.isEmpty()) {
            env.put("env_vars", variables);
        }
        return env;
    }

    /** Each field with its JSON. */
    Map<String, String> ofWorkers() {
        Map<String, String> env = new TreeMap<>();
        env.put("py_modules", JsonObject.writeArray(code));
        env.put("java_jars", JsonObject.writeArray(code.subList(0, 1)));
        Map<String, String> variables = variables();
        if (!variables.isEmpty()) {
            env.put("env_vars", JsonObject.write(variables));
        }
        return env;
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        Optional<RuntimeEnvSpec> env = submission.spec().rayJob().map(RayJobSpec::runtimeEnv);
        env.ifPresent(given -> variables.putAll(given.envVars()));
        variables.putAll(submission.spec().env());
        variables.putAll(submission.env());
        return variables;
    }
}
