package io.eagleray.backend.local;

import io.eagleray.client.BackendException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts the launcher of a Ray. */
final class Launch {
    private static final String LAUNCHER = "launch.py";
    private static final String MARK = "EAGLERAY_LOCAL_RAY";
    private static final String DEBUGGER = "jdwp";

    private Launch() {}

    /** What the launcher writes to standard error, and Ray's start with it. */
    static Path errors(Path folder) {
        return folder.resolve("launch.err");
    }

    static Process start(
            RayInstallation installation,
            LocalOptions options,
            Optional<String> token,
            Map<String, String> variables,
            Path folder) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command(installation, options, script(folder), folder));
            environment(builder.environment(), variables, token, folder);
            builder.redirectError(errors(folder).toFile());
            return builder.start();
        } catch (IOException e) {
            throw new BackendException("cannot start " + installation + ": " + e, e);
        }
    }

    private static List<String> command(RayInstallation installation, LocalOptions options, Path script, Path folder) {
        Path library = installation.nativeFolder().resolve(System.mapLibraryName("core_worker_library_java"));
        return new ArrayList<>(List.of(
                installation.python().toString(),
                script.toString(),
                "--folder=" + folder,
                "--cpus=" + options.cpus(),
                "--nodes=" + options.nodes(),
                "--native-library=" + library));
    }

    private static Path script(Path folder) throws IOException {
        try (InputStream script = Launch.class.getResourceAsStream(LAUNCHER)) {
            if (script == null) {
                throw new IOException(LAUNCHER + " is missing in Eagleray's own jar");
            }
            Path file = folder.resolve(LAUNCHER);
            Files.copy(script, file);
            return file;
        }
    }

    /** The user's environment, without what would turn this Ray into another; with the Java of this JVM first. */
    private static void environment(
            Map<String, String> environment, Map<String, String> variables, Optional<String> token, Path folder) {
        environment.clear();
        environment.putAll(variables);
        Command.clean(environment);
        if (environment.getOrDefault("JAVA_TOOL_OPTIONS", "").contains(DEBUGGER)) {
            environment.remove("JAVA_TOOL_OPTIONS"); // all workers would want the one port
        }
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        environment.merge("PATH", java, (path, first) -> first + File.pathSeparator + path);
        environment.put(MARK, folder.toString());
        environment.put("RAY_USAGE_STATS_ENABLED", "0");
        environment.put("RAY_AUTH_MODE", token.isPresent() ? "token" : "disabled");
        token.ifPresent(text -> environment.put("RAY_AUTH_TOKEN", text));
    }
}
