package io.eagleray.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.ray.RayVersion;
import io.eagleray.bundle.Application;
import io.eagleray.client.BackendException;
import io.eagleray.client.Progress;
import io.eagleray.client.WorkerDiedException;
import io.eagleray.parallel.StoredValue;
import io.eagleray.parallel.Worker;
import io.eagleray.parallel.WorkerPort;
import io.eagleray.parallel.WorkerShape;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a local Ray does, from its start to its last trace; the versions differ in nothing of it. */
@Timeout(300)
@SuppressWarnings("try") // a backend that is open is what is tried
abstract class LocalRayContract {
    static final WorkerShape ONE_CPU = new WorkerShape(1, 0, 0, Map.of());
    private static final byte[] GREETING = {};

    private final List<Progress> progress = new CopyOnWriteArrayList<>();

    abstract String version();

    @AfterEach
    void nothingIsLeftRunning() {
        assertThat(LocalRays.running()).isEmpty();
    }

    @Test
    void itStartsAnswersAndLeavesNoTrace() throws Exception {
        Set<Path> unpackedBefore = Traces.unpacked();
        Path folder;
        long session;
        try (ForeignRay foreign = ForeignRay.start(installation())) {
            try (var backend = open("local?cpus=2&ray=" + version())) {
                ConnectedRay ray = LocalRays.running().orElseThrow();
                folder = ray.ray().folder();
                session = ray.ray().session();
                assertThat(Traces.processes(folder, session)).isNotEmpty();
                answersGreetings(ray);
                isSeenInItsDashboard(ray);
            }
            assertThat(Traces.processes(folder, session)).isEmpty();
            assertThat(folder).doesNotExist();
            assertThat(Traces.unpacked()).isEqualTo(unpackedBefore);
            assertThat(foreign.isAlive()).isTrue();
        }
        assertThat(progress)
                .extracting(report -> report.what() + ": " + report.message())
                .anyMatch(text -> text.matches("starting Ray " + version() + ": it is up, after \\d+\\.\\d s"));
    }

    private static void answersGreetings(ConnectedRay ray) throws Exception {
        try (WorkerPort port = ray.port(Application.current().classPath())) {
            assertThat(port.capacity(ONE_CPU)).isEqualTo(2);
            assertThat(port.capacity(new WorkerShape(0.5, 0, 0, Map.of()))).isEqualTo(4);
            assertThat(port.capacity(new WorkerShape(0, 0, 0, Map.of()))).isEqualTo(2);
            assertThat(port.capacity(new WorkerShape(3, 0, 0, Map.of()))).isZero();
            assertThat(port.capacity(new WorkerShape(1, 1, 0, Map.of()))).isZero();
            assertThat(port.capacity(new WorkerShape(1, 0, 1L << 50, Map.of()))).isZero();
            assertThat(port.capacity(new WorkerShape(1, 0, 0, Map.of("wings", 1.0))))
                    .isZero();

            Worker first = port.start(new WorkerShape(1, 0, 1_000_001, Map.of()));
            Worker second = port.start(ONE_CPU);
            assertThat(first.call(GREETING, List.of()).get()).isEmpty();
            StoredValue empty = port.put(new byte[0]);
            StoredValue large = port.put(new byte[3_000_000]);
            assertThat(empty.get()).isEmpty();
            assertThat(large.get()).hasSize(3_000_000);
            assertThat(second.call(GREETING, List.of(empty, large, large, empty))
                            .get())
                    .isEmpty();
            assertThat(first).hasToString("worker 1");

            assertThatThrownBy(() -> first.call(new byte[] {99}, List.of()).get())
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("worker 1 cannot answer: ");
            first.kill();
            assertThatThrownBy(() -> first.call(GREETING, List.of()).get())
                    .cause()
                    .isInstanceOf(WorkerDiedException.class)
                    .hasMessage("worker 1 was ended");
        }
    }

    private static void isSeenInItsDashboard(ConnectedRay ray) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> ray.dashboard().isPresent());
        URI dashboard = ray.dashboard().orElseThrow();
        assertThat(dashboard.getHost()).isEqualTo("127.0.0.1");
        assertThat(dashboard.getPort()).isPositive();
    }

    @Test
    void whoAsksForTheSameSharesItAndWhoAsksForAnotherIsTold() throws Exception {
        try (var first = open("local?cpus=1&ray=" + version())) {
            ConnectedRay ray = LocalRays.running().orElseThrow();
            try (var second = open("local?cpus=1")) {
                assertThat(LocalRays.running()).containsSame(ray);
                assertThatThrownBy(() -> open("local?cpus=1&nodes=2"))
                        .isInstanceOf(BackendException.class)
                        .hasMessageStartingWith("this JVM is connected to a local Ray " + version())
                        .hasMessageContaining("One JVM can be connected to one Ray at a time: close the first");
                second.close();
                second.close();
            }
            assertThat(LocalRays.running()).containsSame(ray);
            oneExecutionAfterTheOtherUsesTheSameWorker(ray);
        }
        try (var again = open("local?cpus=2&nodes=2&ray=" + version())) {
            ConnectedRay ray = LocalRays.running().orElseThrow();
            try (WorkerPort port = ray.port(Application.current().classPath())) {
                assertThat(port.capacity(ONE_CPU)).isEqualTo(4);
                assertThat(port.start(ONE_CPU).call(GREETING, List.of()).get()).isEmpty();
            }
        }
    }

    private static void oneExecutionAfterTheOtherUsesTheSameWorker(ConnectedRay ray) throws Exception {
        Set<Worker> used = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            try (WorkerPort port = ray.port(Application.current().classPath())) {
                Worker worker = port.start(ONE_CPU);
                assertThat(worker.call(GREETING, List.of()).get()).isEmpty();
                worker.release();
                used.add(worker);
            }
        }
        assertThat(used).hasSize(1);
    }

    @Test
    void whoWaitsWhenItIsClosedIsTold() throws Exception {
        WorkerPort port;
        java.util.concurrent.CompletableFuture<byte[]> never;
        try (var backend = open("local?cpus=1&ray=" + version())) {
            port = LocalRays.running().orElseThrow().port(Application.current().classPath());
            Worker holds = port.start(ONE_CPU);
            assertThat(holds.call(GREETING, List.of()).get()).isEmpty();
            never = port.start(ONE_CPU).call(GREETING, List.of());
        }
        assertThatThrownBy(never::get).cause().isInstanceOf(WorkerDiedException.class);
        assertThatThrownBy(() -> port.capacity(ONE_CPU))
                .isInstanceOf(BackendException.class)
                .hasMessage("the connection to Ray has been closed");
        port.close();
    }

    @Test
    void anotherVersionCannotFollowInTheSameJvm() throws Exception {
        String other = version().equals("2.39.0") ? "2.60.0" : "2.39.0";
        try (var backend = open("local?cpus=1&ray=" + version())) {
            assertThatThrownBy(() -> open("local?cpus=1&ray=" + other))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("One JVM can be connected to one Ray at a time");
        }
        assertThatThrownBy(() -> open("local?cpus=1&ray=" + other))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining(
                        "one JVM can hold one Ray; use the same Ray for both, or run one of them in a JVM of"
                                + " its own");
    }

    final RayInstallation installation() throws InterruptedException {
        return new RayInstaller(System.getenv(), progress::add).install(RayVersion.of(version()));
    }

    final io.eagleray.backend.Backend open(String uri) {
        return new LocalProvider()
                .open(
                        BackendUri.parse(uri),
                        new BackendEnvironment(Application.current(), System.getenv(), progress::add));
    }
}
