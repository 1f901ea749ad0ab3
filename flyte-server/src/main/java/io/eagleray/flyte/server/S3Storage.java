package io.eagleray.flyte.server;

import flyteidl.service.Dataproxy.CreateUploadLocationRequest;
import flyteidl.service.Dataproxy.CreateUploadLocationResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An S3 on an address of this machine, with one bucket and one user, that checks signatures. */
public final class S3Storage implements ObjectStorage, AutoCloseable {
    private static final String BUCKET = "s3://code/";
    private static final String DONE = "done";
    private static final String MISSING = "missing";

    private final Path folder;
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final String[] access;

    private S3Storage(Path folder, Process process) throws IOException {
        this.folder = folder;
        this.process = process;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        questions = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        access = String.valueOf(answers.readLine()).split(" ", -1);
    }

    /** One on loopback, whose files go to a folder. */
    public static S3Storage start(Path folder) throws IOException, InterruptedException {
        return start(folder, "127.0.0.1");
    }

    /** One on another address of this machine, where pods reach it. */
    public static S3Storage start(Path folder, String address) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("storage.py"), PythonEnvironment.resource("storage.py"));
        String python = PythonEnvironment.installed("moto").program("python").toString();
        ProcessBuilder builder = new ProcessBuilder(python, script.toString(), address)
                .redirectError(folder.resolve("storage.log").toFile());
        builder.environment().put("TMPDIR", folder.toString());
        return new S3Storage(folder, builder.start());
    }

    /** The variables by which a pod reaches it; those with {@code FLYTE_AWS_} are a backend's own, others AWS's. */
    public Map<String, String> access(String prefix) {
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
        demand("put", name, file.toString());
    }

    @Override
    public byte[] read(String name) throws IOException {
        Path file = Files.createTempFile(folder, "object", "");
        demand("get", name, file.toString());
        return Files.readAllBytes(file);
    }

    @Override
    public boolean has(String name) throws IOException {
        String answer = ask("has", name);
        if (!answer.equals(DONE) && !answer.equals(MISSING)) {
            throw new IOException(answer);
        }
        return answer.equals(DONE);
    }

    /** Removes an object. */
    public void delete(String name) throws IOException {
        demand("delete", name);
    }

    /** As a backend answers: where a file goes by its name and content, and who may put it there. */
    CreateUploadLocationResponse place(CreateUploadLocationRequest request) throws IOException {
        String[] place = ask(
                        "sign",
                        request.getProject() + "/" + request.getDomain(),
                        request.getFilename(),
                        Base64.getEncoder()
                                .encodeToString(request.getContentMd5().toByteArray()))
                .split(" ", -1);
        return CreateUploadLocationResponse.newBuilder()
                .setNativeUrl(uri(place[0]))
                .setSignedUrl(place[1])
                .build();
    }

    private void demand(String... question) throws IOException {
        String answer = ask(question);
        if (!answer.equals(DONE)) {
            throw new IOException(String.join(" ", question) + ": " + answer);
        }
    }

    private synchronized String ask(String... question) throws IOException {
        questions.write(String.join(" ", question) + "\n");
        questions.flush();
        return String.valueOf(answers.readLine());
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
