package io.eagleray.flyte.pod;

import io.eagleray.flyte.type.PythonEnvironment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** An S3 on loopback that checks signatures. */
final class SignedStorage implements Pods.Storage, AutoCloseable {
    private static final String BUCKET = "s3://code/";

    private final Path folder;
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final String[] access;
    private final Set<String> stored = new HashSet<>();

    private SignedStorage(Path folder, Process process) throws IOException {
        this.folder = folder;
        this.process = process;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        access = String.valueOf(answers.readLine()).split(" ");
    }

    static SignedStorage start(Path folder) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("storage.py"), PythonEnvironment.resource("storage.py"));
        ProcessBuilder builder = new ProcessBuilder(
                        PythonEnvironment.installed("moto").program("python").toString(), script.toString())
                .redirectError(folder.resolve("storage.log").toFile());
        builder.environment().put("TMPDIR", folder.toString());
        return new SignedStorage(folder, builder.start());
    }

    /** Says where it is, and the keys. */
    Map<String, String> access(String prefix) {
        return Map.of(
                prefix.equals("FLYTE_AWS_") ? "FLYTE_AWS_ENDPOINT" : "AWS_ENDPOINT_URL",
                access[0],
                prefix + "ACCESS_KEY_ID",
                access[1],
                prefix + "SECRET_ACCESS_KEY",
                access[2]);
    }

    @Override
    public String uri(String name) {
        return BUCKET + name;
    }

    @Override
    public void store(String name, byte[] content) throws IOException {
        Path file = Files.createTempFile(folder, "object", "");
        Files.write(file, content);
        ask("put", name, file);
        stored.add(name);
    }

    @Override
    public byte[] read(String name) throws IOException {
        Path file = Files.createTempFile(folder, "object", "");
        ask("get", name, file);
        return Files.readAllBytes(file);
    }

    @Override
    public boolean has(String name) {
        return stored.contains(name);
    }

    /** It will be stored again. */
    void forget(String name) {
        stored.remove(name.substring(name.lastIndexOf('/') + 1));
    }

    private void ask(String what, String name, Path file) throws IOException {
        questions.write(what + " " + name + " " + file + "\n");
        questions.flush();
        String answer = String.valueOf(answers.readLine());
        if (!answer.equals("done")) {
            throw new IOException(what + " " + name + ": " + answer);
        }
    }

    @Override
    public void close() throws IOException {
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
