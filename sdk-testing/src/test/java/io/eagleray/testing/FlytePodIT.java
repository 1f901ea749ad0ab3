package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import flyteidl.core.Errors.ContainerError;
import flyteidl.core.Errors.ErrorDocument;
import flyteidl.core.Execution.ExecutionError.ErrorKind;
import flyteidl.core.Literals.LiteralMap;
import io.eagleray.backend.local.InstalledRay;
import io.eagleray.bundle.Application;
import io.eagleray.bundle.Bundle;
import io.eagleray.bundle.ClassPath;
import io.eagleray.bundle.RegisteredTask;
import io.eagleray.call.ValueType;
import io.eagleray.flyte.pod.PodCode;
import io.eagleray.flyte.pod.StoredFile;
import io.eagleray.flyte.template.Registration;
import io.eagleray.flyte.template.TaskTemplates;
import io.eagleray.flyte.type.FlyteInterface;
import io.eagleray.spec.ClassSpec;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Json;
import io.eagleray.wire.JsonObject;
import io.eagleray.wire.Limits;
import io.eagleray.wire.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A task with Ray in its pod, as Flyte starts it: its words, joined with blanks, are the entrypoint of a job. */
@Tag("any-jdk")
@Timeout(300)
class FlytePodIT {
    @TempDir
    private static Path folder;

    private static RayHead head;
    private static ClassSpec declaredBy;
    private static TaskSpec task;
    private static String entrypoint;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        head = RayHead.start(InstalledRay.command());
        String port = head.uri().toString().replaceAll(".*:", "");
        ValueType type = ValueType.of(TaskSpec.class);
        declaredBy = Specs.load(FlyteChores.class.getClassLoader(), FlyteChores.class.getName());
        TaskSpec written = declaredBy.tasks().get(0);
        task = (TaskSpec)
                Objects.requireNonNull(Json.read(Json.write(written, type).replace(FlyteChores.PORT, port), type));
        entrypoint = entrypoint();
    }

    @AfterAll
    static void end() {
        if (head != null) {
            head.close();
        }
    }

    private static String entrypoint() throws IOException {
        Application application = Application.current();
        Path cache = folder.resolve("cache");
        PodCode code = PodCode.of(
                () -> Bundle.of(application.classPath(), cache),
                application.loader(),
                cache,
                List.of(new RegisteredTask(task, declaredBy, ClassPath.origin(FlyteChores.class))));
        Map<String, String> uris = new TreeMap<>();
        code.files().forEach(file -> uris.put(file.name(), "file://" + file.file()));
        StoredFile start = code.start(uris);
        List<String> words = PodCode.words("file://" + start.file(), start).apply(task);
        Registration registration =
                new Registration(task, "p", "development", "v1", "img:1", words, FlytePodIT.class.getClassLoader());
        return String.join(" ", TaskTemplates.of(registration).getContainer().getArgsList());
    }

    private static Path run(String numbers) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(folder, "data");
        Files.write(
                data.resolve("inputs.pb"),
                FlyteInterface.of(task.signature())
                        .inputs(Map.of("numbers", numbers))
                        .toByteArray());
        String rendered = entrypoint
                .replace("{{.input}}", data.resolve("inputs.pb").toString())
                .replace("{{.outputPrefix}}", data.resolve("0").toString());
        Map<String, String> variables =
                Map.of("FLYTE_INTERNAL_EXECUTION_ID", "exec1", "FLYTE_ATTEMPT_NUMBER", "0", "EAGLERAY_DEBUG", "1");
        new HeadRunner(head).run(rendered, variables);
        return data.resolve("0");
    }

    @Test
    void theResultOfTheWorkersIsStored() throws IOException, InterruptedException {
        Path outputs = run("[1,2,3]");
        assertThat(outputs.resolve("error.pb")).doesNotExist();
        JsonObject told = JsonObject.read(
                FlyteInterface.of(task.signature())
                        .outputs(LiteralMap.parseFrom(Files.readAllBytes(outputs.resolve("outputs.pb")))),
                Limits.DEFAULT);
        JsonObject processes =
                (JsonObject) Objects.requireNonNull(told.members().get("processes"));
        assertThat(String.valueOf(told.members().get("squares"))).isEqualTo("[1, 4, 9]");
        assertThat(processes.members().get("worker"))
                .isNotEqualTo(processes.members().get("driver"));
        assertThat(told.members()).containsEntry("execution", "exec1").containsEntry("isInFolder", true);
        assertThat(String.valueOf(told.members().get("attempt"))).isEqualTo("1");
    }

    @Test
    void whatARemoteFunctionThrowsIsStoredWithItsTrace() throws IOException, InterruptedException {
        Path outputs = run("[1,-2]");
        ContainerError error = ErrorDocument.parseFrom(Files.readAllBytes(outputs.resolve("error.pb")))
                .getError();
        assertThat(error.getMessage())
                .startsWith("io.eagleray.client.TaskFailedException: ")
                .contains("Caused by: java.lang.IllegalArgumentException: negative: -2\n"
                        + "\tat io.eagleray.testing.FlyteChores.square(FlyteChores.java:");
        assertThat(error.getKind()).isEqualTo(ContainerError.Kind.NON_RECOVERABLE);
        assertThat(error.getOrigin()).isEqualTo(ErrorKind.USER);
    }
}
