package io.eagleray.backend.local;

import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for a Python to install Ray with: {@code EAGLERAY_PYTHON}, else what is on {@code PATH}. */
final class Interpreters {
    private static final String VARIABLE = "EAGLERAY_PYTHON";
    private static final List<String> NAMES =
            List.of("python3.13", "python3.12", "python3.11", "python3.10", "python3", "python");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ANSWER = Pattern.compile("(?m)^version 3\\.(\\d+)$");
    private static final String QUESTION =
            "import sys; print('version %d.%d' % sys.version_info[:2]); import venv, ensurepip, ssl";

    private final Map<String, String> variables;
    private final Map<String, String> passedOver = new LinkedHashMap<>();

    Interpreters(Map<String, String> variables) {
        this.variables = variables;
    }

    /** The first that fits; {@link #passedOver} says why others did not. */
    Optional<Interpreter> find(RayVersion ray) throws InterruptedException {
        String named = variables.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return Optional.of(named(Path.of(named), ray));
        }
        for (String name : NAMES) {
            for (Path folder : searchPath(variables)) {
                Path candidate = folder.resolve(name);
                if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                    Optional<Interpreter> found = probe(candidate).filter(interpreter -> fits(interpreter, ray));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Interpreter named(Path executable, RayVersion ray) throws InterruptedException {
        return probe(executable)
                .filter(found -> fits(found, ray))
                .orElseThrow(() -> new ConfigurationException(VARIABLE
                        + "=" + executable + " cannot install Ray " + ray + ": " + passedOver.get(executable.toString())
                        + ". Name a Python " + Interpreter.range(ray) + " that has venv and ensurepip"));
    }

    private boolean fits(Interpreter interpreter, RayVersion ray) {
        if (!interpreter.fits(ray)) {
            passedOver.put(interpreter.executable().toString(), "is Python " + interpreter.version());
        }
        return interpreter.fits(ray);
    }

    private Optional<Interpreter> probe(Path executable) throws InterruptedException {
        try {
            Command.Ended ended =
                    Command.run(List.of(executable.toString(), "-c", QUESTION), variables, PATIENCE, line -> {});
            Matcher answer = ANSWER.matcher(ended.output());
            if (ended.ok() && answer.find()) {
                return Optional.of(new Interpreter(executable, Integer.parseInt(answer.group(1))));
            }
            passedOver.put(executable.toString(), reason(ended));
        } catch (IOException e) {
            passedOver.put(executable.toString(), "does not run (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }

    private static String reason(Command.Ended ended) {
        if (ended.output().contains("ensurepip") || ended.output().contains("venv")) {
            return "has no venv and ensurepip (on Debian and Ubuntu: install python3-venv)";
        }
        String[] lines = ended.output().strip().split("\n", -1);
        return "does not work (" + lines[lines.length - 1].strip() + ")";
    }

    /** Which were found and did not fit, and why; for a message. */
    String passedOver() {
        List<String> reasons = new ArrayList<>();
        passedOver.forEach((executable, reason) -> reasons.add(executable + " " + reason));
        return reasons.isEmpty() ? "there is no python3 on PATH" : String.join("; ", reasons);
    }

    /** The folders of {@code PATH}. */
    static List<Path> searchPath(Map<String, String> variables) {
        return Pattern.compile(Pattern.quote(java.io.File.pathSeparator))
                .splitAsStream(variables.getOrDefault("PATH", ""))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).toAbsolutePath())
                .distinct()
                .toList();
    }
}
