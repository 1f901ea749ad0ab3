package io.eagleray.driver.ray;

import io.eagleray.driver.connect.RayEndpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The system properties that tell Ray's library where to connect to; it reads them once, when it connects.
 *
 * @param properties the properties, by name
 */
record RayProperties(Map<String, String> properties) {
    private static final String PREFIX = "ray.";

    /**
     * The properties of a connection.
     *
     * @param code where the workers' first classes are. It is empty when those come in the runtime environment, and is told
     *     all the same, for without such a folder Python looks no function up by its name
     */
    static RayProperties of(RayEndpoint endpoint, Path code) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("ray.address", endpoint.address());
        properties.put("ray.node-ip", endpoint.nodeIp());
        properties.put("ray.job.code-search-path", code.toString());
        List<String> options = endpoint.workerOptions();
        for (int i = 0; i < options.size(); i++) {
            properties.put("ray.job.jvm-options." + i, options.get(i));
        }
        return new RayProperties(properties);
    }

    /** Runs something while they are set, and only they; others whose names begin alike come back afterwards. */
    void during(Runnable body) {
        Properties system = System.getProperties();
        synchronized (system) {
            Map<String, Object> before = new TreeMap<>();
            system.stringPropertyNames().stream()
                    .filter(name -> name.startsWith(PREFIX))
                    .forEach(name -> before.put(name, system.remove(name)));
            system.putAll(properties);
            try {
                body.run();
            } finally {
                system.keySet().removeAll(properties.keySet());
                system.putAll(before);
            }
        }
    }
}
