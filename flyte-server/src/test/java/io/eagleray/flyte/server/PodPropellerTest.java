package io.eagleray.flyte.server;

import static io.eagleray.flyte.server.FlyteClient.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flyteidl.core.Errors.ContainerError;
import flyteidl.core.Errors.ErrorDocument;
import flyteidl.core.Literals.KeyValuePair;
import flyteidl.core.Literals.LiteralMap;
import flyteidl.core.Tasks.TaskTemplate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test is something that was seen of a real propeller. */
final class PodPropellerTest {
    @TempDir
    private Path folder;

    private LiteralMap run(PodPropeller.Runner runner, LiteralMap inputs, Map<String, String> env) throws Exception {
        TaskTemplate.Builder task = FlyteClient.task("a");
        task.getContainerBuilder()
                .clearArgs()
                .addArgs("{{.input}}?twice")
                .addArgs("{{.outputPrefix}}")
                .addArgs("{{.unknown}}")
                .addEnv(KeyValuePair.newBuilder().setKey("OF_TASK").setValue("1"));
        return new PodPropeller(new FolderStorage(folder), runner)
                .run(new FlyteServer.Attempt("e1", task.build(), inputs, env, 2));
    }

    private void leave(String file, byte[] content) throws IOException {
        Path prefix = Files.createDirectories(folder.resolve("metadata/propeller/e1/n0/data/2"));
        Files.write(prefix.resolve(file), content);
    }

    private void leaveError() throws IOException {
        leave(
                "error.pb",
                ErrorDocument.newBuilder()
                        .setError(
                                ContainerError.newBuilder().setCode("USER:Both").setMessage("an error"))
                        .build()
                        .toByteArray());
    }

    @Test
    void putsTheArgumentsWhereTheWordsSay() throws Exception {
        LiteralMap given = run(
                (attempt, words, environment) -> {
                    assertThat(words).hasSize(3);
                    assertThat(words.get(0)).matches("file:///\\S+/inputs\\.pb\\?twice");
                    URI inputs = URI.create(words.get(0));
                    assertThat(LiteralMap.parseFrom(Files.readAllBytes(Path.of(inputs.getPath()))))
                            .isEqualTo(LiteralMap.getDefaultInstance());
                    assertThat(words.get(1)).endsWith("/2");
                    assertThat(words.get(2)).isEqualTo("{{.unknown}}");
                    assertThat(environment)
                            .containsEntry("OF_TASK", "1")
                            .containsEntry("OF_EXECUTION", "2")
                            .containsEntry("FLYTE_INTERNAL_EXECUTION_ID", "e1")
                            .containsEntry("FLYTE_INTERNAL_EXECUTION_PROJECT", FlyteServer.PROJECT)
                            .containsEntry("FLYTE_INTERNAL_EXECUTION_DOMAIN", FlyteServer.DOMAIN)
                            .containsEntry("FLYTE_ATTEMPT_NUMBER", "2");
                    leave("outputs.pb", integer("o0", 4).toByteArray());
                },
                LiteralMap.getDefaultInstance(),
                Map.of("OF_EXECUTION", "2"));
        assertThat(given).isEqualTo(integer("o0", 4));
    }

    @Test
    void anErrorWinsOverOutputs() {
        assertThatThrownBy(() -> run(
                        (attempt, words, environment) -> {
                            leave("outputs.pb", integer("o0", 4).toByteArray());
                            leaveError();
                        },
                        integer("n", 2),
                        Map.of()))
                .isInstanceOf(FlyteFailure.class)
                .hasMessage("an error");
    }

    @Test
    void anErrorIsNotReadWhereThePodFails() {
        assertThatThrownBy(() -> run(
                        (attempt, words, environment) -> {
                            leaveError();
                            throw new IOException("exit code 1");
                        },
                        integer("n", 2),
                        Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessage("exit code 1");
    }

    @Test
    void noOutputsAreNone() throws Exception {
        assertThat(run((attempt, words, environment) -> {}, integer("n", 2), Map.of()))
                .isEqualTo(LiteralMap.getDefaultInstance());
    }
}
