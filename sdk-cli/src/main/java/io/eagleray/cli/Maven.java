package io.eagleray.cli;

import io.eagleray.client.ConfigurationException;
import io.eagleray.client.TaskCancelledException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs Maven: the project's own wrapper, or the one on the PATH. */
final class Maven {
    private static final long TIMEOUT_MINUTES = 15;
    private static final int SHOWN_LINES = 12;

    private Maven() {}

    static void run(Path directory, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program(directory)));
        command.addAll(arguments);
        Path log = Files.createTempFile("eagleray-maven-", ".log");
        try {
            int exit = exitCode(new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(log.toFile()));
            if (exit != 0) {
                throw new ConfigurationException("Maven cannot tell the class path of " + directory + " (exit code "
                        + exit + "): make `" + String.join(" ", command) + "` work there, or name the classes and"
                        + " libraries with --classpath. It said:" + System.lineSeparator() + firstLines(log));
            }
        } finally {
            Files.delete(log);
        }
    }

    private static String program(Path directory) {
        Path wrapper = directory.resolve("mvnw");
        return Files.isExecutable(wrapper) ? wrapper.toString() : "mvn";
    }

    private static int exitCode(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        try {
            if (process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
            throw new IOException("no answer within " + TIMEOUT_MINUTES + " minutes");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while Maven was asked for a class path", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static String firstLines(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.limit(SHOWN_LINES)
                    .reduce((a, b) -> a + System.lineSeparator() + b)
                    .orElse("nothing");
        }
    }
}
