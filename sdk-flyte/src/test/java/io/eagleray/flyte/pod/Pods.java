package io.eagleray.flyte.pod;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import flyteidl.core.Errors.ContainerError;
import flyteidl.core.Errors.ErrorDocument;
import flyteidl.core.Literals.LiteralMap;
import io.eagleray.bundle.Bundle;
import io.eagleray.bundle.ClassPath;
import io.eagleray.bundle.RegisteredTask;
import io.eagleray.call.TaskCall;
import io.eagleray.flyte.server.ObjectStorage;
import io.eagleray.flyte.server.PythonEnvironment;
import io.eagleray.flyte.template.Registration;
import io.eagleray.flyte.template.TaskTemplates;
import io.eagleray.flyte.type.Crossing;
import io.eagleray.flyte.type.FlyteInterface;
import io.eagleray.spec.ClassSpec;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Specs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;

/** A storage with the code of {@link Chores}, and pods that get it: what Flyte does with a task, by its own template. */
final class Pods {
    private static final long MINUTES = 3;

    private final Path folder;
    private final Path cache;
    private final ObjectStorage storage;
    final Map<String, String> environment = new HashMap<>();
    PodCode code;

    /** How a pod has ended. */
    record Ended(int code, String output) {}

    Pods(Path folder, ObjectStorage storage) {
        this(folder, storage, classPath());
    }

    Pods(Path folder, ObjectStorage storage, List<Path> classPath) {
        this.folder = folder;
        this.storage = storage;
        cache = folder.resolve("cache");
        environment.put(
                "PATH", python() + ":" + Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"));
        environment.put("TMPDIR", folder.resolve("tmp").toString());
        environment.put("FLYTE_INTERNAL_EXECUTION_ID", "exec1");
        environment.put("FLYTE_ATTEMPT_NUMBER", "1");
        code = code(classPath, cache, Crossing.tasks(Chores.class));
    }

    /** The code of tasks that {@link Chores} declares, whatever they say beside. */
    static PodCode code(List<Path> classPath, Path cache, List<TaskSpec> tasks) {
        ClassLoader loader = Chores.class.getClassLoader();
        ClassSpec declaredBy = Specs.load(loader, Chores.class.getName());
        Path origin = ClassPath.origin(Chores.class);
        return PodCode.of(
                () -> Bundle.of(classPath, cache),
                loader,
                cache,
                tasks.stream()
                        .map(task -> new RegisteredTask(task, declaredBy, origin))
                        .toList());
    }

    /** A Python that has its own library, and nothing else. */
    private Path python() {
        try {
            return python(executable() + " -I -S");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the pods of an image that has more for Python than its own library. */
    void give(PythonEnvironment libraries) throws IOException {
        python(libraries.program("python") + " -I");
    }

    /** Makes this the Python of the pods; the folder where it is. */
    private Path python(String command) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path python = Files.writeString(bin.resolve("python3"), "#!/bin/sh\nexec " + command + " \"$@\"\n");
        Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
        return bin;
    }

    private static String executable() throws IOException {
        Process python = new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)").start();
        return new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** A shell finds the program on the path of the pod; it takes apart what a Ray job begins with, too. */
    private static List<String> command(TaskSpec task, List<String> arguments) {
        if (task.rayJob().isPresent()) {
            return List.of("/bin/sh", "-c", String.join(" ", arguments));
        }
        return Stream.concat(Stream.of("/bin/sh", "-c", "exec \"$@\"", "sh"), arguments.stream())
                .toList();
    }

    /** What an application brings: its own classes, and the SDK. */
    static List<Path> classPath() {
        return Stream.of(
                        Chores.class,
                        TaskCall.class,
                        TaskSpec.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonProperty.class,
                        Logger.class)
                .map(ClassPath::origin)
                .distinct()
                .toList();
    }

    /** Stores the code, and gives the words that start a task. */
    List<String> words(TaskSpec task) throws IOException {
        Map<String, String> uris = new TreeMap<>();
        for (StoredFile file : code.files()) {
            store(file);
            uris.put(file.name(), storage.uri(file.name()));
        }
        StoredFile start = code.start(uris);
        store(start);
        return PodCode.words(storage.uri(start.name()), start).apply(task);
    }

    private void store(StoredFile file) throws IOException {
        if (!storage.has(file.name())) {
            storage.store(file.name(), Files.readAllBytes(file.file()));
        }
    }

    static TaskSpec task(String method) {
        return Crossing.task(Chores.class, method);
    }

    /** A task with its inputs as JSON. */
    Ended run(String method, Map<String, String> inputs) throws IOException, InterruptedException {
        TaskSpec task = task(method);
        storage.store(
                method + "/inputs.pb",
                FlyteInterface.of(task.signature()).inputs(inputs).toByteArray());
        return start(method, words(task));
    }

    Ended start(String method, List<String> words) throws IOException, InterruptedException {
        Process process = begin(method, words);
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the pod does not end: " + output(method));
            }
            return new Ended(process.exitValue(), output(method));
        } finally {
            process.destroyForcibly();
        }
    }

    private String output(String method) throws IOException {
        return Files.readString(folder.resolve(method + ".log"));
    }

    /** Renders the arguments, and has a shell run them, as all kinds of pods can. */
    Process begin(String method, List<String> words) throws IOException {
        TaskSpec task = task(method);
        Registration registration = new Registration(
                task, "flytesnacks", "development", "v1", "img:1", words, Chores.class.getClassLoader());
        List<String> arguments = TaskTemplates.of(registration).getContainer().getArgsList().stream()
                .map(argument -> argument.replace("{{.input}}", storage.uri(method + "/inputs.pb"))
                        .replace("{{.outputPrefix}}", storage.uri(method + "/0")))
                .toList();
        Files.createDirectories(folder.resolve("tmp"));
        ProcessBuilder builder = new ProcessBuilder(command(task, arguments))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(method + ".log").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("FLYTE_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    LiteralMap outputs(String method) throws IOException {
        return LiteralMap.parseFrom(storage.read(method + "/0/outputs.pb"));
    }

    /** The result of a task as JSON. */
    String result(String method) throws IOException {
        return FlyteInterface.of(task(method).signature()).outputs(outputs(method));
    }

    ContainerError error(String method) throws IOException {
        return ErrorDocument.parseFrom(storage.read(method + "/0/error.pb")).getError();
    }
}
