package io.eagleray.backend.local;

import io.eagleray.backend.local.RayProbe.Found;
import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for a Ray that is there already. */
final class RayFinder {
    private static final String VARIABLE = "EAGLERAY_RAY";

    private final Map<String, String> variables;
    private final RayProbe probe;
    private final List<String> passedOver = new ArrayList<>();

    RayFinder(Map<String, String> variables) {
        this.variables = variables;
        this.probe = new RayProbe(variables);
    }

    /** The one that {@code EAGLERAY_RAY} names, if it is set; it has to work. */
    Optional<RayInstallation> named(Optional<RayVersion> asked) throws InterruptedException {
        String named = variables.getOrDefault(VARIABLE, "");
        if (named.isBlank()) {
            return Optional.empty();
        }
        String prefix = VARIABLE + "=" + named + " ";
        String remedy = ": name a Python, a virtual environment or a ray command that has Ray " + RayVersion.OLDEST
                + " or later, or unset " + VARIABLE;
        Path path = Path.of(named).toAbsolutePath();
        if (!Files.exists(path)) {
            throw new ConfigurationException(prefix + "does not exist" + remedy);
        }
        Path python =
                python(path).orElseThrow(() -> new ConfigurationException(prefix + "leads to no Python" + remedy));
        Found found = probe.examine(python);
        if (found instanceof Found.Unusable unusable) {
            throw new ConfigurationException(prefix + unusable.reason() + remedy);
        }
        RayInstallation installation = ((Found.Usable) found).installation();
        asked.filter(version -> !version.text().equals(installation.version().text()))
                .ifPresent(version -> {
                    throw new ConfigurationException(prefix + "has Ray " + installation.version() + ", but Ray "
                            + version + " is asked for: drop one of the two");
                });
        return Optional.of(installation);
    }

    /** The first {@code ray} on {@code PATH} that can be used; {@link #passedOver} says why others cannot. */
    Optional<RayInstallation> onPath(Optional<RayVersion> asked) throws InterruptedException {
        for (Path folder : Interpreters.searchPath(variables)) {
            Path command = folder.resolve("ray");
            Optional<Path> python = Files.isExecutable(command) ? python(command) : Optional.empty();
            if (python.isPresent()) {
                Found found = probe.examine(python.get());
                if (found instanceof Found.Usable usable && fits(command, usable.installation(), asked)) {
                    return Optional.of(usable.installation());
                } else if (found instanceof Found.Unusable unusable) {
                    passedOver.add(command + " " + unusable.reason());
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(Path command, RayInstallation found, Optional<RayVersion> asked) {
        boolean fits =
                asked.isEmpty() || asked.get().text().equals(found.version().text());
        if (!fits) {
            passedOver.add(command + " is Ray " + found.version());
        }
        return fits;
    }

    /** What was found on {@code PATH} and not used, and why. */
    List<String> passedOver() {
        return List.copyOf(passedOver);
    }

    /** The Python behind a virtual environment, a {@code ray} command, or itself. */
    private static Optional<Path> python(Path path) {
        if (Files.isDirectory(path)) {
            return executable(path.resolve("bin").resolve("python"))
                    .or(() -> executable(path.resolve("bin").resolve("python3")));
        }
        if (String.valueOf(path.getFileName()).startsWith("python")) {
            return executable(path);
        }
        return beside(path).or(() -> firstLine(path));
    }

    private static Optional<Path> executable(Path path) {
        return Optional.of(path).filter(Files::isExecutable).filter(file -> !Files.isDirectory(file));
    }

    /** The command may be a link into its environment. */
    private static Optional<Path> beside(Path command) {
        try {
            return executable(command.toRealPath().resolveSibling("python"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> firstLine(Path script) {
        try (var lines = Files.lines(script, StandardCharsets.ISO_8859_1)) {
            return lines.findFirst()
                    .filter(line -> line.startsWith("#!/"))
                    .map(line -> Path.of(line.substring(2).strip()))
                    .filter(file -> String.valueOf(file.getFileName()).startsWith("python"))
                    .flatMap(RayFinder::executable);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
