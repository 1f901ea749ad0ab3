package io.eagleray.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A whole process to run.
 *
 * @param folder where it runs
 * @param output the file that its output goes to
 * @param environment what is added to its environment
 * @param words the program and its arguments
 */
record Command(Path folder, Path output, Map<String, String> environment, List<String> words) implements Timed {
    /** Far more than any of them takes, so that one that hangs ends. */
    private static final Duration LIMIT = Duration.ofMinutes(15);

    Command {
        environment = Map.copyOf(environment);
        words = List.copyOf(words);
    }

    static Command of(Path folder, Path output, String... words) {
        return new Command(folder, output, Map.of(), Arrays.asList(words));
    }

    Command and(String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(Arrays.asList(more));
        return new Command(folder, output, environment, all);
    }

    Command with(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        return new Command(folder, output, all, words);
    }

    /** The file that its complaints go to. */
    Path complaints() {
        return output.resolveSibling(output.getFileName() + ".err");
    }

    /**
     * Runs it to its end.
     *
     * @return how long it took
     * @throws IllegalStateException when it failed; the message holds the end of its output
     */
    @Override
    public Duration time() {
        try {
            Files.createDirectories(output.getParent());
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(complaints().toFile());
            builder.environment().putAll(environment);
            long start = System.nanoTime();
            Process process = builder.start();
            process.getOutputStream().close();
            int exitCode = waitFor(process);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            if (exitCode != 0) {
                throw failed("exit code " + exitCode);
            }
            return time;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + words, e);
        }
    }

    private int waitFor(Process process) throws IOException {
        try {
            if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw failed("not done after " + LIMIT.toMinutes() + " minutes");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + words, e);
        } finally {
            process.destroyForcibly();
        }
    }

    private IllegalStateException failed(String how) throws IOException {
        List<String> said = new ArrayList<>(Files.readAllLines(output));
        said.addAll(Files.readAllLines(complaints()));
        String end = String.join("\n", said.subList(Math.max(0, said.size() - 30), said.size()));
        return new IllegalStateException(String.join(" ", words) + "\nfailed (" + how + "):\n" + end);
    }
}
