package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Eagleray;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.Execution;
import io.eagleray.client.LogLine;
import io.eagleray.client.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Who waits is interrupted, or loses a worker, or the whole namespace. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(240)
final class KubeRayLosses {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final List<LogLine> log = new CopyOnWriteArrayList<>();
    private KubeNamespace namespace;

    @SuppressWarnings("NullAway.Init") // made before the first test
    KubeRayLosses() {}

    @BeforeAll
    void create() throws IOException {
        namespace = KubeNamespace.create();
    }

    @AfterAll
    void end() {
        namespace.close();
    }

    private Eagleray connect(String uri, Map<String, String> variables) {
        return Eagleray.builder()
                .backend(uri)
                .variables(variables)
                .logs(log::add)
                .connect();
    }

    @Test
    void ctrlCEndsTheTaskAndItsCluster() throws IOException, InterruptedException {
        ProcessBuilder command = OwnJvm.ofCommand(
                "run",
                "Clustered.alone",
                "--app",
                Path.of("target/test-classes").toAbsolutePath().toString(),
                "--backend",
                namespace.uri(),
                "--input",
                "n=1",
                "--input",
                "millis=600000");
        command.environment().putAll(namespace.variables());
        Process client = command.redirectErrorStream(true).start();
        try (BufferedReader says = client.inputReader()) {
            assertThat(says.lines().anyMatch(line -> line.contains("begun with 1")))
                    .isTrue();
            new ProcessBuilder("kill", "-INT", Long.toString(client.pid()))
                    .start()
                    .waitFor();
            assertThat(client.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(says.lines())
                    .anyMatch(line -> line.contains("interrupted"))
                    .noneMatch(line -> line.contains("bug of Eagleray"));
        } finally {
            client.destroyForcibly();
        }
        assertThat(client.exitValue()).isEqualTo(130);
        assertThat(namespace.leftovers(SOON)).isEmpty();
    }

    @Test
    void aWorkerThatIsEvictedIsMadeAgainAndItsCallsToo() throws InterruptedException {
        log.clear();
        try (Eagleray eagleray = connect(namespace.uri(), namespace.variables())) {
            Execution<List<Integer>> execution = eagleray.submit(EnduringTasks.squares(8, 3_000));
            Awaitility.await()
                    .atMost(LONG)
                    .until(() -> log.stream().anyMatch(line -> line.text().matches(".*square of \\d on .*small.*")));
            namespace.evictWorkers();
            assertThat(execution.result()).containsExactly(0, 1, 4, 9, 16, 25, 36, 49);
        }
        assertThat(namespace.leftovers(SOON)).isEmpty();
    }

    /** Who has lost the namespace has lost the rights there, too; neither who waits nor who reads the log hangs. */
    @Test
    void aNamespaceThatIsDeletedEndsWhoWaitsThere() throws IOException {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        try (KubeNamespace doomed = KubeNamespace.create()) {
            doomed.letIn(namespace);
            try (Eagleray eagleray = connect(doomed.uri(), namespace.variables())) {
                Execution<List<Integer>> execution = eagleray.submit(ClusteredTasks.alone(1, 600_000));
                Awaitility.await().atMost(LONG).until(() -> execution.state() == State.RUNNING);
                doomed.delete();
                assertTimeoutPreemptively(
                        SOON,
                        () -> assertThatThrownBy(execution::result)
                                .isInstanceOf(EaglerayException.class)
                                .hasMessageContaining("namespace")
                                .hasMessageContaining("deleted"));
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(null);
        }
        assertThat(uncaught).isEmpty();
    }

    @Test
    void aNamespaceThatIsGoingTakesNone() throws IOException {
        try (KubeNamespace going = KubeNamespace.create();
                Eagleray eagleray = connect(going.uri(), KubeNamespace.variablesOfAdmin())) {
            going.hold();
            going.delete();
            try {
                assertThatThrownBy(() -> eagleray.submit(ClusteredTasks.alone(1, 0)))
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("cannot create the RayJob")
                        .hasMessageContaining("is being terminated")
                        .hasMessageContaining("name another");
            } finally {
                going.release();
            }
        }
    }
}
