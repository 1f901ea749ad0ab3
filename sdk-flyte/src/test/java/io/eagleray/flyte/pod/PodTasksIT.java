package io.eagleray.flyte.pod;

import static org.assertj.core.api.Assertions.assertThat;

import flyteidl.core.Errors.ContainerError;
import flyteidl.core.Errors.ContainerError.Kind;
import flyteidl.core.Execution.ExecutionError.ErrorKind;
import io.eagleray.flyte.server.FolderStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tasks without Ray, from their registration to what lies in the storage. */
@Timeout(300)
class PodTasksIT {
    @TempDir
    private static Path folder;

    private static Pods pods;

    @BeforeAll
    static void store() {
        pods = new Pods(folder, new FolderStorage(folder.resolve("storage")));
    }

    /** Only what another pod on the same node would bring again is kept. */
    @AfterEach
    void nothingIsLeft() throws IOException {
        Path home = folder.resolve("tmp").resolve("eagleray-" + Files.getAttribute(folder, "unix:uid"));
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("py_modules_files", "zips");
        }
        assertThat(home.resolve("zips")).isEmptyDirectory();
    }

    @Test
    void aResultIsStored() throws IOException, InterruptedException {
        Pods.Ended ended = pods.run("squares", Map.of("numbers", "[1,2,3]", "note", "\"it's \\u00e9\""));
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(pods.result("squares")).isEqualTo("{\"count\":3,\"total\":14,\"note\":\"it's \u00e9\"}");
    }

    @Test
    void aTaskKnowsWhereItRuns() throws IOException, InterruptedException {
        Pods.Ended ended = pods.run("who", Map.of());
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(pods.result("who")).isEqualTo("\"exec1 " + Pods.task("who").name() + " 2\"");
    }

    @Test
    void nothingIsStoredOfNothing() throws IOException, InterruptedException {
        Pods.Ended ended = pods.run("nothing", Map.of());
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(folder.resolve("storage/nothing/0")).doesNotExist();
    }

    @Test
    void anExceptionIsStoredWithItsCauses() throws IOException, InterruptedException {
        Pods.Ended ended = pods.run("fail", Map.of("reason", "\"no luck\""));
        assertThat(ended.code()).as(ended.output()).isZero();
        ContainerError error = pods.error("fail");
        assertThat(error.getCode()).isEqualTo("java.io.IOException");
        assertThat(error.getMessage())
                .startsWith("java.io.IOException: it failed\n\tat io.eagleray.flyte.pod.Chores.fail(Chores.java:")
                .containsPattern(
                        "\nCaused by: java.lang.IllegalStateException: no luck\n\tat .*\n\t\\.\\.\\. \\d+ more$");
        assertThat(error.getKind()).isEqualTo(Kind.NON_RECOVERABLE);
        assertThat(error.getOrigin()).isEqualTo(ErrorKind.USER);
    }

    @Test
    void whatARemoteFunctionThrowsIsItsCause() throws IOException, InterruptedException {
        pods.run("squares", Map.of("numbers", "[1,-2]", "note", "\"\""));
        assertThat(pods.error("squares").getMessage())
                .startsWith("io.eagleray.client.TaskFailedException: ")
                .contains(
                        "\nCaused by: java.lang.IllegalArgumentException: negative: -2\n\tat io.eagleray.flyte.pod.Chores.square(");
    }

    @Test
    void whatIsToBeRetriedIsRecoverable() throws IOException, InterruptedException {
        pods.run("retried", Map.of("isWorthIt", "true"));
        assertThat(pods.error("retried").getKind()).isEqualTo(Kind.RECOVERABLE);
        pods.run("retried", Map.of("isWorthIt", "false"));
        assertThat(pods.error("retried").getKind()).isEqualTo(Kind.NON_RECOVERABLE);
    }

    @Test
    void theEndOfTheJvmIsTold() throws IOException, InterruptedException {
        Pods.Ended ended = pods.run("halt", Map.of("code", "7"));
        assertThat(ended.code()).as(ended.output()).isZero();
        assertThat(pods.error("halt").getMessage()).startsWith("the JVM of the task ended with exit code 7");
        assertThat(pods.error("halt").getKind()).isEqualTo(Kind.RECOVERABLE);
    }

    @Test
    void aKilledJvmIsTold() throws IOException, InterruptedException {
        assertThat(pods.run("killed", Map.of()).code()).isZero();
        assertThat(pods.error("killed").getMessage()).contains("SIGKILL", "memory");
        assertThat(pods.error("killed").getOrigin()).isEqualTo(ErrorKind.SYSTEM);
    }

    @Test
    void whoIsToldToStopSaysSo() throws IOException, InterruptedException {
        Path mark = folder.resolve("begun");
        new FolderStorage(folder.resolve("storage")).store("sleep/inputs.pb", inputs(mark));
        Process process = pods.begin("sleep", pods.words(Pods.task("sleep")));
        while (!Files.exists(mark)) {
            assertThat(process.waitFor(100, TimeUnit.MILLISECONDS)).isFalse();
        }
        process.destroy();
        assertThat(process.waitFor()).isZero();
        assertThat(pods.error("sleep").getMessage()).contains("told to stop");
    }

    private static byte[] inputs(Path mark) {
        return io.eagleray.flyte.type.FlyteInterface.of(Pods.task("sleep").signature())
                .inputs(Map.of("file", "\"" + mark + "\""))
                .toByteArray();
    }
}
