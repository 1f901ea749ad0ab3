package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.ray.RayJobs;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.LogLine;
import io.eagleray.client.TaskFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What reaches somebody else's Ray beside the code, what comes back, and what is said when it cannot. */
@Tag("any-jdk")
@Timeout(300)
final class RuntimeEnvIT extends ByAddress {
    private Eagleray connect(String storage) {
        Map<String, String> variables = new HashMap<>(head.variables());
        variables.put("EAGLERAY_STORAGE", storage);
        return connect(variables);
    }

    @Test
    void variablesAndFilesReachDriverAndWorkers() {
        assertThat(eagleray.run(SurroundingsTasks.findBoth()))
                .hasSize(2)
                .containsOnly(new Surroundings.Found("a \"quoted\" $value", "what the task reads", false));
    }

    @Test
    void packagesModulesAndFilesReachPythonFunctions() {
        assertThat(eagleray.run(SurroundingsTasks.speakOnce())).isEqualTo("1.16.0 python what the task reads");
    }

    @Test
    void aPackageThatIsNotThereIsToldInTheWordsOfPip() {
        assertThatThrownBy(() -> eagleray.run(SurroundingsTasks.withoutPackage()))
                .isInstanceOf(TaskFailedException.class)
                .hasStackTraceContaining("could not set up pip or conda of @RuntimeEnv")
                .hasStackTraceContaining("No matching distribution found for six==99.99.99")
                .message()
                .doesNotContain("Traceback");
    }

    @Test
    void aClusterWithoutCondaIsTold() {
        assertThatThrownBy(() -> eagleray.run(SurroundingsTasks.withoutConda()))
                .isInstanceOf(TaskFailedException.class)
                .hasStackTraceContaining("could not set up pip or conda of @RuntimeEnv")
                .hasStackTraceContaining("Could not find Conda executable")
                .message()
                .doesNotContain("Traceback");
    }

    @Test
    void aCondaFileThatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> eagleray.submit(SurroundingsTasks.withBrokenConda()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("broken-conda.yml")
                .hasMessageContaining("line 4 has \"{pip: [six]}\"");
        assertThat(eagleray.executions())
                .extracting(ExecutionSummary::task)
                .doesNotContain("Surroundings.withBrokenConda");
    }

    @Test
    void theOutcomeComesBackThroughTheStorage(@TempDir Path folder) throws IOException, InterruptedException {
        String id;
        try (Eagleray storing = connect("file://" + folder)) {
            Execution<byte[]> execution = storing.submit(RemotelyTasks.noise(5 << 20));
            id = execution.id();
            assertThat(execution.result()).isEqualTo(Remotely.noise(5 << 20));
        }
        assertThat(outcomes(folder))
                .singleElement()
                .satisfies(file -> assertThat(file)
                        .startsWith(folder.resolve(id))
                        .content(StandardCharsets.ISO_8859_1)
                        .startsWith("eagleray outcome "));
        assertThat(outcomes(head.folder())).noneMatch(file -> file.toString().contains(id));
        try (RayJobs jobs = head.jobs()) {
            assertThat(jobs.find(id).orElseThrow().metadata()).containsEntry("eagleray_storage", "file://" + folder);
        }

        assertThatThrownBy(() -> eagleray.attach(id).outcome(Duration.ofMinutes(1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("the outcome of " + id + " is in the storage file://" + folder
                        + ", and EAGLERAY_STORAGE is not set: if that is a storage of yours, set"
                        + " EAGLERAY_STORAGE=file://" + folder);
        try (Eagleray other = connect("file://" + folder + "/other");
                Eagleray same = connect("file://" + folder + "/")) {
            assertThatThrownBy(() -> other.attach(id).outcome(Duration.ofMinutes(1)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("and EAGLERAY_STORAGE is file://" + folder + "/other: if");
            assertThat(same.attach(id, RemotelyTasks.noise).result()).hasSize(5 << 20);
        }
    }

    @Test
    void whatTheStorageDoesNotTakeComesBackByTheLogs(@TempDir Path folder) throws IOException, InterruptedException {
        Path file = Files.createFile(folder.resolve("file"));
        try (Eagleray storing = connect("file://" + file)) {
            Execution<byte[]> execution = storing.submit(RemotelyTasks.noise(10));
            assertThat(execution.result()).isEqualTo(Remotely.noise(10));
            List<LogLine> lines = new ArrayList<>();
            execution.logs(lines::add);
            assertThat(lines)
                    .filteredOn(line -> line.level().equals("WARN"))
                    .singleElement()
                    .extracting(LogLine::text, InstanceOfAssertFactories.STRING)
                    .startsWith("the outcome cannot be kept in file://" + file
                            + ", and is kept in Ray's logs: cannot write");
        }
    }

    @Test
    void withoutTheModuleNothingIsSubmitted() {
        try (Eagleray storing = connect("s3://bucket")) {
            assertThatThrownBy(() -> storing.submit(RemotelyTasks.noise(11)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("io.eagleray:sdk-s3");
        }
    }

    private static List<Path> outcomes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("outcome")).toList();
        }
    }
}
