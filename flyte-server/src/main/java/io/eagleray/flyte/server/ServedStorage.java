package io.eagleray.flyte.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A storage that a program in Python serves, which does with it what is asked of it a line each. */
abstract class ServedStorage implements ObjectStorage, AutoCloseable {
    private static final String LOOP = "served.py";
    private static final String DONE = "done";
    private static final String MISSING = "missing";

    private final Path folder;
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final String[] access;

    /**
     * Starts one.
     *
     * @param environment what has its libraries, see {@link #libraries}
     * @param program its name among the resources
     * @param folder where its files go
     * @param arguments what it is told
     */
    ServedStorage(PythonEnvironment environment, String program, Path folder, String... arguments) throws IOException {
        this.folder = folder;
        Path script = written(program);
        written(LOOP);
        List<String> command = new ArrayList<>();
        command.add(environment.program("python").toString());
        command.add(script.toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve(program + ".log").toFile());
        builder.environment().put("TMPDIR", folder.toString());
        process = builder.start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        access = String.valueOf(answers.readLine()).split(" ", -1);
    }

    private Path written(String program) throws IOException {
        return Files.writeString(folder.resolve(program), PythonEnvironment.resource(program));
    }

    /** A Python with what storages need, and with the libraries of their clients. */
    public static PythonEnvironment libraries() throws IOException, InterruptedException {
        return PythonEnvironment.installed("storages");
    }

    /** What it said when it was up: where it is, and the keys that it wants. */
    final String access(int word) {
        return access[word];
    }

    @Override
    public final void store(String name, byte[] content) throws IOException {
        Path file = Files.createTempFile(folder, "object", "");
        Files.write(file, content);
        demand("put", name, file.toString());
    }

    @Override
    public final byte[] read(String name) throws IOException {
        Path file = Files.createTempFile(folder, "object", "");
        demand("get", name, file.toString());
        return Files.readAllBytes(file);
    }

    @Override
    public final boolean has(String name) throws IOException {
        String answer = ask("has", name);
        if (!answer.equals(DONE) && !answer.equals(MISSING)) {
            throw new IOException(answer);
        }
        return answer.equals(DONE);
    }

    /** Removes an object. */
    public final void delete(String name) throws IOException {
        demand("delete", name);
    }

    private void demand(String... question) throws IOException {
        String answer = ask(question);
        if (!answer.equals(DONE)) {
            throw new IOException(String.join(" ", question) + ": " + answer);
        }
    }

    final synchronized String ask(String... question) throws IOException {
        questions.write(String.join(" ", question) + "\n");
        questions.flush();
        return String.valueOf(answers.readLine());
    }

    @Override
    public final void close() throws IOException {
        questions.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
