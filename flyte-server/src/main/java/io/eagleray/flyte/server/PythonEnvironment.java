package io.eagleray.flyte.server;

import io.eagleray.backend.CacheFolder;
import io.eagleray.bundle.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A virtual environment of the product's cache, which is made once for each list of requirements. */
public final class PythonEnvironment {
    private static final long MINUTES = 20;
    private static final int KEY = 16;

    private final Path environment;

    private PythonEnvironment(Path environment) {
        this.environment = environment;
    }

    /** One with what {@code NAME-requirements.txt} among the resources lists. */
    @SuppressWarnings("try") // the lock is only held
    public static PythonEnvironment installed(String name) throws IOException, InterruptedException {
        String python = System.getenv().getOrDefault("PYTHON", "python3");
        Path cache = CacheFolder.of(System.getenv()).resolve("tests");
        String listed = name + "-requirements.txt";
        PythonEnvironment made = new PythonEnvironment(
                cache.resolve(name + "-" + Sha256.of(resource(listed) + python).substring(0, KEY)));
        Path done = made.environment.resolve("installed");
        Files.createDirectories(cache);
        try (FileChannel file = FileChannel.open(
                        cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (!Files.exists(done)) {
                run(cache, List.of(python, "-m", "venv", "--clear", made.environment.toString()));
                Path requirements = made.environment.resolve(listed);
                Files.writeString(requirements, resource(listed));
                made.run(cache, "pip", "install", "--quiet", "--requirement", requirements.toString());
                Files.writeString(done, "");
            }
        }
        return made;
    }

    /** A program of the environment. */
    public Path program(String name) {
        return environment.resolve("bin").resolve(name);
    }

    /** Runs a program of the environment, and gives what it printed. */
    public String run(Path folder, String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program(program).toString());
        command.addAll(List.of(arguments));
        return run(folder, command);
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("eagleray-python", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("PIP_DISABLE_PIP_VERSION_CHECK", "1", "PIP_NO_INPUT", "1"));
        builder.environment().put("TMPDIR", folder.toString()); // flytekit leaves a folder there
        builder.environment().put("FLYTE_SDK_LOGGING_LEVEL", "50"); // it warns of each type that it does not know
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            String text = Files.readString(output);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(command + (ended ? " failed: " : " does not end: ") + text);
            }
            return text;
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    public static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(PythonEnvironment.class.getClassLoader().getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
