package io.eagleray.backend.ray;

import io.eagleray.spec.RuntimeEnvSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the Python functions of a job are set up with, in Ray's own form. Java needs none of it, and does not wait for it. */
final class PythonEnv {
    private PythonEnv() {}

    /** Empty when they need nothing. */
    static Map<String, Object> of(RuntimeEnvSpec env, ClassLoader application) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (!env.pip().isEmpty()) {
            fields.put("pip", Map.of("packages", env.pip()));
        }
        if (!env.conda().isEmpty()) {
            fields.put("conda", CondaFile.isFile(env.conda()) ? CondaFile.read(env.conda(), application) : env.conda());
        }
        if (!fields.isEmpty()) {
            env.setupTimeoutSeconds().ifPresent(seconds -> fields.put("config", config(seconds)));
        }
        return fields;
    }

    /** As Ray's Java library names it, through which these go. */
    static Map<String, Object> config(int seconds) {
        return Map.of("setupTimeoutSeconds", seconds);
    }
}
