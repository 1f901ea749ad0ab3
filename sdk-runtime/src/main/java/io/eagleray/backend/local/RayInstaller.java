package io.eagleray.backend.local;

import io.eagleray.backend.local.RayProbe.Found;
import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Progress;
import io.eagleray.client.ProgressSink;
import io.eagleray.client.RayUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Installs a Ray once, into a virtual environment in our cache. */
final class RayInstaller {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String BY_HAND =
            "set EAGLERAY_RAY to a Ray that is installed, or use another backend, such as embedded";

    private final Map<String, String> variables;
    private final ProgressSink progress;

    RayInstaller(Map<String, String> variables, ProgressSink progress) {
        this.variables = variables;
        this.progress = progress;
    }

    /**
     * Installs a version, unless it is there by the time that nobody else installs it.
     *
     * @throws RayUnavailableException when there is no fitting Python, or no network
     */
    RayInstallation install(RayVersion version) throws InterruptedException {
        Interpreters interpreters = new Interpreters(variables);
        Interpreter interpreter = interpreters
                .find(version)
                .orElseThrow(() -> new RayUnavailableException(
                        "Ray " + version + " needs Python " + Interpreter.range(version)
                                + " with venv to be installed: " + interpreters.passedOver() + ". Install one, or "
                                + BY_HAND,
                        null));
        return install(version, interpreter);
    }

    /** Installs anew what is there and does not work; that there is no network is a failure then, as any other. */
    RayInstallation repair(RayInstallation broken) throws InterruptedException {
        try {
            Interpreters interpreters = new Interpreters(variables);
            Interpreter interpreter = interpreters
                    .find(broken.version())
                    .orElseThrow(() -> new BackendException(broken + " is broken, and there is no Python "
                            + Interpreter.range(broken.version()) + " to install it anew ("
                            + interpreters.passedOver() + "): " + BY_HAND));
            ManagedRay.of(broken).forget(broken);
            return install(broken.version(), interpreter);
        } catch (RayUnavailableException e) {
            throw new BackendException(broken + " is broken and could not be installed anew: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("try") // the lock is only held
    private RayInstallation install(RayVersion version, Interpreter interpreter) throws InterruptedException {
        ManagedRay managed = ManagedRay.of(variables, version, interpreter);
        Consumer<String> say = message -> progress.accept(Progress.of("installing Ray " + version, message));
        try (InstallLock held =
                InstallLock.take(managed.lock(), () -> say.accept("waiting for another process that does it"))) {
            Optional<RayInstallation> there = managed.installation();
            if (there.isPresent()) {
                return there.get();
            }
            managed.clear();
            Path environment = managed.home().resolve(Long.toHexString(System.nanoTime()));
            try {
                return make(version, interpreter, managed, environment, say);
            } catch (RuntimeException | InterruptedException e) {
                ManagedRay.delete(environment);
                throw e;
            }
        } catch (IOException e) {
            throw new BackendException("cannot install Ray " + version + " in " + managed.home() + ": " + e, e);
        }
    }

    private RayInstallation make(
            RayVersion version, Interpreter interpreter, ManagedRay managed, Path environment, Consumer<String> say)
            throws InterruptedException, IOException {
        say.accept("creating a virtual environment with " + interpreter.executable());
        Command.Ended made =
                run(List.of(interpreter.executable().toString(), "-m", "venv", environment.toString()), line -> {});
        if (!made.ok()) {
            throw failure(version, environment, made, interpreter.executable() + " -m venv");
        }
        Path python = environment.resolve("bin").resolve("python");
        say.accept("asking the package index");
        Command.Ended installed = run(
                List.of(
                        python.toString(),
                        "-m",
                        "pip",
                        "install",
                        "--no-input",
                        "--disable-pip-version-check",
                        "--retries",
                        "3",
                        "ray[default]==" + version),
                line -> PipOutput.progress(line).ifPresent(say));
        if (!installed.ok()) {
            throw failure(version, environment, installed, "pip install ray[default]==" + version);
        }
        say.accept("checking it");
        Found found = new RayProbe(variables).examine(python);
        if (found instanceof Found.Usable usable && Files.exists(python)) {
            return managed.complete(usable.installation(), environment);
        }
        throw new BackendException("pip installed Ray " + version + ", but it cannot be used: " + python + " "
                + (found instanceof Found.Unusable unusable ? unusable.reason() : "is gone") + "; " + BY_HAND);
    }

    private Command.Ended run(List<String> command, Consumer<String> lines) throws InterruptedException, IOException {
        return Command.run(command, variables, PATIENCE, lines);
    }

    private static RuntimeException failure(RayVersion version, Path environment, Command.Ended ended, String command) {
        String what = "cannot install Ray " + version + " in " + environment.getParent() + ": ";
        if (PipOutput.otherVersions(ended.output()).isPresent()) {
            return new ConfigurationException(
                    what + "the package index has no such version for this Python and" + " machine; it has "
                            + PipOutput.otherVersions(ended.output()).get());
        }
        if (PipOutput.saysNoNetwork(ended.output())) {
            return new RayUnavailableException(
                    what + "the package index is out of reach. Connect to the network once, or " + BY_HAND, null);
        }
        String how = ended.exitCode() < 0 ? " took more than " + PATIENCE.toMinutes() + " minutes:" : " failed:";
        return new BackendException(what + command + how + PipOutput.lastLines(ended.output()) + "\n" + BY_HAND);
    }
}
