package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.local.InstalledRay;
import io.eagleray.bundle.Application;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Eagleray;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.TaskFailedException;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** What of a runtime environment is where on somebody else's Ray, and what is said when it cannot be. */
@Tag("any-jdk")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
final class RuntimeEnvIT {
    private RayHead head;
    private Eagleray eagleray;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        head = RayHead.start(InstalledRay.command());
        eagleray = Eagleray.builder()
                .backend(head.uri().toString())
                .variables(head.variables())
                .application(Application.current())
                .connect();
    }

    @AfterAll
    void end() throws IOException {
        if (head != null) {
            eagleray.close();
            head.close();
        }
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
}
