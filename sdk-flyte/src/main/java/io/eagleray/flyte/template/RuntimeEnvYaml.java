package io.eagleray.flyte.template;

import io.eagleray.spec.RuntimeEnvSpec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** The runtime environment of a Ray job in Ray's words. Folders of the submitting machine are shipped with its code. */
final class RuntimeEnvYaml {
    private static final DumpSettings SETTINGS =
            DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();

    private RuntimeEnvYaml() {}

    static Optional<String> of(RuntimeEnvSpec env) {
        Map<String, Object> fields = new TreeMap<>();
        put(fields, "pip", env.pip());
        if (!env.conda().isEmpty()) {
            fields.put("conda", env.conda());
        }
        put(fields, "env_vars", env.envVars());
        put(
                fields,
                "py_modules",
                env.pyModules().stream().filter(RuntimeEnvYaml::isRemote).toList());
        if (isRemote(env.workingDir())) {
            fields.put("working_dir", env.workingDir());
            put(fields, "excludes", env.excludes());
        }
        env.setupTimeoutSeconds().ifPresent(seconds -> fields.put("config", Map.of("setup_timeout_seconds", seconds)));
        return fields.isEmpty() ? Optional.empty() : Optional.of(dump(fields));
    }

    private static boolean isRemote(String place) {
        return place.contains("://");
    }

    private static void put(Map<String, Object> fields, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            fields.put(name, List.copyOf(values));
        }
    }

    private static void put(Map<String, Object> fields, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            fields.put(name, values);
        }
    }

    static String dump(Map<String, Object> fields) {
        return new Dump(SETTINGS).dumpToString(fields);
    }
}
