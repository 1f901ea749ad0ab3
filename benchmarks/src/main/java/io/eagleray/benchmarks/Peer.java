package io.eagleray.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that stays, and does what a line on its standard input says: a word and a number. It
 * answers {@code measured} and nanoseconds. It ends with its input, so with this JVM at the latest.
 */
final class Peer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration END = Duration.ofSeconds(20);
    private static final String ANSWER = "measured ";

    private final Process process;
    private final BufferedReader answers;
    private final Writer requests;
    private final Path complaints;

    private Peer(Process process, Path complaints) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.complaints = complaints;
    }

    /**
     * Starts one.
     *
     * @param variables what is added to its environment, such as how it comes to the Ray
     * @param folder where it runs
     * @param words the program and its arguments
     */
    static Peer start(Map<String, String> variables, Path folder, String... words) {
        try {
            Path complaints = Files.createDirectories(folder).resolve("complaints");
            ProcessBuilder builder =
                    new ProcessBuilder(words).directory(folder.toFile()).redirectError(complaints.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("RAY_"));
            builder.environment().putAll(variables);
            return new Peer(builder.start(), complaints);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + List.of(words), e);
        }
    }

    /**
     * What it answers.
     *
     * @param time how long it took
     * @param remark what else it has to say
     */
    record Answer(Duration time, String remark) {
        static Answer of(String line) {
            String[] words = line.substring(ANSWER.length()).split(" ", 2);
            return new Answer(Duration.ofNanos(Long.parseLong(words[0])), words.length == 1 ? "" : words[1]);
        }
    }

    /** What it does on a request. */
    Timed timed(String what, int count) {
        return () -> ask(what, count).time();
    }

    /**
     * Makes a request, and waits for its answer.
     *
     * @throws IllegalStateException when there is none
     */
    Answer ask(String what, int count) {
        String request = what + " " + count;
        try {
            requests.append(request).append('\n').flush();
            return Answer.of(CompletableFuture.supplyAsync(this::answer).get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException("the peer failed at \"" + request + "\"; see " + complaints, e);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the peer did not do \"" + request + "\" in " + PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the peer did \"" + request + "\"", e);
        }
    }

    /** Its next answer; what else it prints is not for us. */
    private String answer() {
        try {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(ANSWER)) {
                    return line;
                }
            }
            throw new IllegalStateException("it has ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (requests) {
            requests.flush();
        } catch (IOException e) {
            process.destroyForcibly(); // it is gone, or does not listen
        }
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
