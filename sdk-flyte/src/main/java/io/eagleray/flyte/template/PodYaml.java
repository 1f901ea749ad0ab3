package io.eagleray.flyte.template;

import io.eagleray.backend.PodTemplateFile;
import io.eagleray.client.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A pod template of the user's: what stands below {@code template:} in a Deployment.
 *
 * @param metadata its metadata
 * @param spec its spec
 */
record PodYaml(Map<String, Object> metadata, Map<String, Object> spec) {

    static PodYaml none() {
        return new PodYaml(Map.of(), Map.of());
    }

    /**
     * Reads a template.
     *
     * @throws ConfigurationException when there is none, or it is no pod template
     */
    static PodYaml read(ClassLoader loader, String resource) {
        Map<String, Object> template = map(parsed(resource, PodTemplateFile.read(loader, resource)));
        if (!template.containsKey("spec") && !template.containsKey("metadata")) {
            throw new ConfigurationException("the pod template " + resource
                    + " has neither metadata nor spec: write what stands below \"template:\" in a Deployment");
        }
        return new PodYaml(map(template.get("metadata")), map(template.get("spec")));
    }

    /** Its containers; Ray's is the first. */
    List<Map<String, Object>> containers() {
        List<Map<String, Object>> containers = new ArrayList<>();
        if (spec.get("containers") instanceof List<?> list) {
            list.forEach(container -> containers.add(map(container)));
        }
        return containers;
    }

    /** A mapping with its members; empty where there is none. */
    static Map<String, Object> map(@Nullable Object yaml) {
        Map<String, Object> map = new TreeMap<>();
        if (yaml instanceof Map<?, ?> members) {
            members.forEach((name, member) -> {
                if (member != null) {
                    map.put(String.valueOf(name), member);
                }
            });
        }
        return map;
    }

    private static @Nullable Object parsed(String resource, String text) {
        try {
            return new Load(LoadSettings.builder().setLabel(resource).build()).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new ConfigurationException("the pod template " + resource + " is no YAML: " + e.getMessage(), e);
        }
    }
}
