package io.eagleray.backend.ray;

import io.eagleray.call.ValueType;
import io.eagleray.driver.Submission;
import io.eagleray.driver.connect.RayEndpoint;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.RuntimeEnvSpec;
import io.eagleray.wire.Json;
import io.eagleray.wire.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The runtime environments of a job, in Ray's own form. The packages of the code are Python modules for Ray: these are kept
 * as long as the job runs, and a node unpacks each of them once.
 *
 * @param submission what is run
 * @param code the URIs of the packages, the one that a JVM begins with first
 * @param packages the working directory and the Python modules
 * @param python what Python functions are set up with; neither the driver nor the workers wait for that
 */
record DriverEnv(Submission submission, List<String> code, EnvPackages packages, Map<String, Object> python) {
    private static final String CONFIG = "config";
    private static final ValueType TEXT = ValueType.of(String.class);

    /** The runtime environment that a task asks for. */
    static Optional<RuntimeEnvSpec> spec(Submission submission) {
        return submission.spec().rayJob().map(RayJobSpec::runtimeEnv);
    }

    Map<String, Object> ofDriver(String jobPackage, List<String> callPieces) {
        List<String> modules = new ArrayList<>(code);
        modules.add(RayPackages.uri(jobPackage));
        callPieces.stream().distinct().map(RayPackages::uri).forEach(modules::add);
        Map<String, Object> fields = fields(modules, variables());
        timeout().ifPresent(seconds -> fields.put(CONFIG, Map.of("setup_timeout_seconds", seconds)));
        return fields;
    }

    /** Each field with its JSON. */
    Map<String, String> ofWorkers() {
        Map<String, String> variables = variables();
        if (!python.isEmpty()) {
            variables.put(RayEndpoint.PYTHON_ENV, JsonObject.write(python));
        }
        Map<String, Object> fields = fields(code, variables);
        timeout().ifPresent(seconds -> fields.put(CONFIG, PythonEnv.config(seconds)));
        fields.put("java_jars", code.subList(0, 1));
        Map<String, String> env = new TreeMap<>();
        fields.forEach((name, value) -> env.put(name, json(value)));
        return env;
    }

    private Map<String, Object> fields(List<String> first, Map<String, String> variables) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> modules = new ArrayList<>(first);
        modules.addAll(packages.modules());
        fields.put("py_modules", modules);
        packages.workingDir().ifPresent(uri -> fields.put("working_dir", uri));
        if (!variables.isEmpty()) {
            fields.put("env_vars", variables);
        }
        return fields;
    }

    private OptionalInt timeout() {
        return spec(submission).map(RuntimeEnvSpec::setupTimeoutSeconds).orElse(OptionalInt.empty());
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new TreeMap<>();
            map.forEach((name, member) -> members.put(String.valueOf(name), member));
            return JsonObject.write(members);
        }
        return value instanceof List<?> texts
                ? JsonObject.writeArray(texts.stream().map(String::valueOf).toList())
                : Json.write(value, TEXT);
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        spec(submission).ifPresent(given -> variables.putAll(given.envVars()));
        variables.putAll(submission.spec().env());
        variables.putAll(submission.env());
        return variables;
    }
}
