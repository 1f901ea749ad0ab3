package io.eagleray.backend.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs a command to its end. What it prints, on either stream, is handed on line by line. */
final class Command {
    private static final List<String> LEAKING = List.of("RAY_", "PYTHON", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__");

    private Command() {}

    /**
     * How a command ended.
     *
     * @param exitCode its exit code; negative when it was ended because it took too long
     * @param output what it printed
     */
    record Ended(int exitCode, String output) {
        boolean ok() {
            return exitCode == 0;
        }
    }

    /** The variables without those that would turn a Python or a Ray into another. */
    static void clean(Map<String, String> variables) {
        variables.keySet().removeIf(name -> LEAKING.stream().anyMatch(name::startsWith));
    }

    /**
     * Runs a command.
     *
     * @param command the command
     * @param variables its environment; is cleaned
     * @param patience how long it may take
     * @param lines takes its lines, as they come
     * @throws InterruptedException when the thread is interrupted; the command has been ended
     */
    static Ended run(List<String> command, Map<String, String> variables, Duration patience, Consumer<String> lines)
            throws InterruptedException, IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables);
        clean(builder.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        StringBuilder output = new StringBuilder();
        Thread reader = new Thread(() -> read(process, output, lines), "eagleray " + command.get(0));
        reader.setDaemon(true);
        reader.start();
        try {
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                end(process);
            }
            reader.join(Duration.ofSeconds(2).toMillis());
            end(process); // only now: it closes the pipe that the reader reads
            synchronized (output) {
                return new Ended(ended ? process.exitValue() : -1, output.toString());
            }
        } catch (InterruptedException e) {
            end(process);
            throw e;
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void read(Process process, StringBuilder output, Consumer<String> lines) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (output) {
                    output.append(line).append('\n');
                }
                lines.accept(line);
            }
        } catch (IOException | UncheckedIOException e) {
            synchronized (output) {
                output.append(e).append('\n');
            }
        }
    }
}
