package io.eagleray.flyte.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Containers as processes of this machine. */
final class ProcessRunner implements PodPropeller.Runner {
    private static final long MINUTES = 5;

    private final Path folder;

    ProcessRunner(Path folder) {
        this.folder = folder;
    }

    @Override
    public void run(FlyteServer.Attempt attempt, List<String> words, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Path output = folder.resolve(attempt.execution() + "-" + attempt.number() + ".log");
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("TMPDIR", temporary.toString());
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
}
