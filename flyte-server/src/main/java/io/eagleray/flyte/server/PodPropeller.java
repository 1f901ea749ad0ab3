package io.eagleray.flyte.server;

import flyteidl.core.Errors.ErrorDocument;
import flyteidl.core.Literals.LiteralMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs attempts as Flyte does: the arguments go into a file, the container's words are rendered, what they start runs, and
 * what lies in the storage then is what it gave. A container is a process of this machine.
 */
public final class PodPropeller implements FlyteServer.Propeller {
    private static final long MINUTES = 5;

    private final Path folder;
    private final Runner runner;

    /** Runs what a container would, and waits for its end. */
    @FunctionalInterface
    public interface Runner {
        /**
         * Runs words.
         *
         * @throws Exception when their process fails
         */
        void run(List<String> words, Map<String, String> environment, Path output) throws Exception;
    }

    /**
     * A propeller.
     *
     * @param folder where arguments and results go
     * @param runner runs the words
     */
    public PodPropeller(Path folder, Runner runner) {
        this.folder = folder;
        this.runner = runner;
    }

    /** Containers as processes. */
    public static PodPropeller ofProcesses(Path folder) {
        return new PodPropeller(folder, PodPropeller::process);
    }

    private static void process(List<String> words, Map<String, String> environment, Path output)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(Objects.requireNonNull(output.getParent()).toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("the container failed: " + Files.readString(output));
            }
        } finally {
            end(process);
        }
    }

    /** As Kubernetes ends a container. */
    private static void end(Process process) throws IOException {
        process.destroy();
        boolean wasInterrupted = Thread.interrupted();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public LiteralMap run(FlyteServer.Attempt attempt) throws Exception {
        Files.createDirectories(folder.resolve("tmp"));
        Path data = Files.createDirectories(folder.resolve(attempt.execution()));
        Path input = data.resolve("inputs.pb");
        Path outputs = Files.createDirectories(data.resolve(Integer.toString(attempt.number())));
        Files.write(input, attempt.inputs().toByteArray());
        List<String> words = attempt.template().getContainer().getArgsList().stream()
                .map(word ->
                        word.replace("{{.input}}", "file://" + input).replace("{{.outputPrefix}}", "file://" + outputs))
                .toList();
        runner.run(words, environment(attempt), data.resolve("log-" + attempt.number()));
        Path error = outputs.resolve("error.pb");
        if (Files.exists(error)) {
            throw new FlyteFailure(
                    ErrorDocument.parseFrom(Files.readAllBytes(error)).getError());
        }
        Path result = outputs.resolve("outputs.pb");
        return Files.exists(result)
                ? LiteralMap.parseFrom(Files.readAllBytes(result))
                : LiteralMap.getDefaultInstance();
    }

    private Map<String, String> environment(FlyteServer.Attempt attempt) {
        Map<String, String> environment = new TreeMap<>();
        attempt.template()
                .getContainer()
                .getEnvList()
                .forEach(variable -> environment.put(variable.getKey(), variable.getValue()));
        environment.putAll(attempt.env());
        environment.put("FLYTE_INTERNAL_EXECUTION_ID", attempt.execution());
        environment.put("TMPDIR", folder.resolve("tmp").toString());
        environment.put("FLYTE_ATTEMPT_NUMBER", Integer.toString(attempt.number()));
        return environment;
    }
}
