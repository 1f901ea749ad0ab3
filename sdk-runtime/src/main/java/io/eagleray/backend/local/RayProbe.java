package io.eagleray.backend.local;

import io.eagleray.backend.CacheFolder;
import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks a Python which Ray it has, without importing it: that would take a second. */
final class RayProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String QUESTION = """
            import importlib.util as u, os, re
            spec = u.find_spec('ray')
            if spec and spec.origin:
                root = os.path.dirname(spec.origin)
                with open(os.path.join(root, '_version.py')) as f:
                    print('version=' + re.search('version = "([^"]+)"', f.read()).group(1))
                print('jar=' + os.path.join(root, 'jars', 'ray_dist.jar'))
                print('dashboard=' + ','.join(m for m in ('aiohttp', 'colorful') if not u.find_spec(m)))
            """;

    private final Map<String, String> variables;

    RayProbe(Map<String, String> variables) {
        this.variables = variables;
    }

    /** What a Python has. */
    sealed interface Found {

        /**
         * A Ray that can be started.
         *
         * @param installation the Ray
         */
        record Usable(RayInstallation installation) implements Found {}

        /**
         * None that can be started.
         *
         * @param reason why, as the rest of a sentence about it
         */
        record Unusable(String reason) implements Found {}
    }

    Found examine(Path python) throws InterruptedException {
        try {
            Command.Ended ended =
                    Command.run(List.of(python.toString(), "-c", QUESTION), variables, PATIENCE, line -> {});
            return ended.ok()
                    ? judge(python, facts(ended.output()))
                    : new Found.Unusable("does not work (" + lastLine(ended.output()) + ")");
        } catch (IOException e) {
            return new Found.Unusable("does not run (" + e.getMessage() + ")");
        }
    }

    private static Map<String, String> facts(String output) {
        return output.lines()
                .filter(line -> line.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> line.substring(line.indexOf('=') + 1),
                        (first, second) -> second));
    }

    private Found judge(Path python, Map<String, String> facts) throws IOException {
        String version = facts.get("version");
        Path jar = Path.of(facts.getOrDefault("jar", ""));
        if (version == null) {
            return new Found.Unusable("has no Ray");
        }
        Function<String, Found> no = reason -> new Found.Unusable("has Ray " + version + ", " + reason);
        if (!isSupported(version)) {
            return no.apply("which is not supported: Eagleray needs " + RayVersion.OLDEST + " or later");
        }
        if (!Files.isRegularFile(jar)) {
            return no.apply("without " + jar + ", so it has no Java workers");
        }
        if (!facts.getOrDefault("dashboard", "").isEmpty()) {
            return no.apply("without " + facts.get("dashboard") + ", so it has no dashboard: install ray[default]");
        }
        return new Found.Usable(
                new RayInstallation(python, RayVersion.of(version), jar, nativeFolder(version, jar), false));
    }

    private static boolean isSupported(String version) {
        try {
            return RayVersion.of(version).isSupported();
        } catch (ConfigurationException e) {
            return false;
        }
    }

    /** The same version may be built differently: the jar that it comes from is part of the name. */
    private Path nativeFolder(String version, Path jar) throws IOException {
        String identity = jar.toAbsolutePath() + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
        return CacheFolder.of(variables)
                .resolve("ray")
                .resolve("native")
                .resolve(version + "-" + Integer.toHexString(identity.hashCode()));
    }

    private static String lastLine(String output) {
        List<String> lines = output.strip().lines().toList();
        return lines.isEmpty()
                ? "it prints nothing"
                : lines.get(lines.size() - 1).strip();
    }
}
