package io.eagleray.backend.local;

import io.eagleray.backend.ray.RayVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A package for pip that looks like Ray from outside and is installed in a moment: what is tried is how we install. */
final class SmallRay {
    static final RayVersion VERSION = RayVersion.of("2.60.0");

    private SmallRay() {}

    /** Variables with which pip finds nothing but this package. */
    static Map<String, String> variables(Path wheels, Path cache) throws IOException {
        write(wheels);
        Map<String, String> variables = offline(cache);
        variables.put("PIP_NO_INDEX", "1");
        variables.put("PIP_FIND_LINKS", wheels.toUri().toString());
        return variables;
    }

    /** Variables with which pip finds its index out of reach. */
    static Map<String, String> outOfReach(Path cache) {
        Map<String, String> variables = offline(cache);
        variables.put("PIP_INDEX_URL", "http://127.0.0.1:9/simple"); // the discard port: nobody listens there
        return variables;
    }

    private static Map<String, String> offline(Path cache) {
        Map<String, String> variables = new TreeMap<>(System.getenv());
        variables.keySet().removeIf(name -> name.startsWith("PIP_") || name.startsWith("EAGLERAY_"));
        variables.put("PIP_CONFIG_FILE", "/dev/null");
        variables.put("PIP_NO_CACHE_DIR", "1");
        variables.put("EAGLERAY_CACHE", cache.toString());
        return variables;
    }

    private static void write(Path folder) throws IOException {
        String info = "ray-" + VERSION + ".dist-info/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("ray/__init__.py", "");
        files.put("ray/_version.py", "version = \"" + VERSION + "\"\n");
        files.put("ray/jars/ray_dist.jar", "not really");
        files.put("ray/core/src/ray/raylet/raylet", "not really");
        files.put("aiohttp.py", "");
        files.put("colorful.py", "");
        files.put(info + "WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        files.put(
                info + "METADATA",
                "Metadata-Version: 2.1\nName: ray\nVersion: " + VERSION + "\nProvides-Extra: default\n");
        files.put(info + "RECORD", "");
        Files.createDirectories(folder);
        Path wheel = folder.resolve("ray-" + VERSION + "-py3-none-any.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
