package io.eagleray.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.Backend;
import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendUri;
import io.eagleray.bundle.Application;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.WorkerDiedException;
import io.eagleray.parallel.Worker;
import io.eagleray.parallel.WorkerPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Something of Ray dies while it is used: who waits is told, nothing is left, and another Ray can be started. */
@Tag("any-jdk")
@Timeout(300)
@SuppressWarnings("try") // a backend that is open is what is tried
final class EndOfRayIT {
    private final Backend backend = open();
    private final ConnectedRay ray = LocalRays.running().orElseThrow();
    private final WorkerPort port = ray.port(Application.current().classPath());

    private static Backend open() {
        return new LocalProvider()
                .open(
                        BackendUri.parse("local?cpus=1&ray=2.60.0"),
                        new BackendEnvironment(Application.current(), System.getenv(), progress -> {}));
    }

    @AfterEach
    void close() throws IOException {
        backend.close();
        assertThat(Traces.processes(folder(), ray.ray().session())).isEmpty();
        ManagedRay.delete(folder());
    }

    private Path folder() {
        return ray.ray().folder();
    }

    @Test
    void aWorker() throws Exception {
        Worker worker = port.start(LocalRayContract.ONE_CPU);
        assertThat(worker.call(new byte[0], List.of()).get()).isEmpty();
        kill("-Dray.worker.id=");
        assertThatThrownBy(() -> worker.call(new byte[0], List.of()).get())
                .cause()
                .isInstanceOf(WorkerDiedException.class)
                .hasMessageStartingWith("worker 1 died");
        Worker next = port.start(LocalRayContract.ONE_CPU);
        assertThat(next.call(new byte[0], List.of()).get()).isEmpty();
    }

    @Test
    void theHead() throws Exception {
        CompletableFuture<byte[]> waiting = waiting();
        kill("gcs_server");
        whoWaitsIsTold(waiting);
    }

    @Test
    void theNode() throws Exception {
        CompletableFuture<byte[]> waiting = waiting();
        kill("raylet/raylet");
        whoWaitsIsTold(waiting);
    }

    @Test
    void theLauncher() throws Exception {
        CompletableFuture<byte[]> waiting = waiting();
        ProcessHandle.of(ray.ray().session()).orElseThrow().destroyForcibly();
        whoWaitsIsTold(waiting);
    }

    /** A call of a worker that never comes up, for another has its CPU. */
    private CompletableFuture<byte[]> waiting() throws Exception {
        assertThat(port.start(LocalRayContract.ONE_CPU)
                        .call(new byte[0], List.of())
                        .get())
                .isEmpty();
        return port.start(LocalRayContract.ONE_CPU).call(new byte[0], List.of());
    }

    private void whoWaitsIsTold(CompletableFuture<byte[]> waiting) throws Exception {
        assertThatThrownBy(waiting::get).cause().isInstanceOf(EaglerayException.class);
        org.awaitility.Awaitility.await().until(() -> !ray.ray().trouble().isEmpty());
        assertThat(ray.ray().trouble()).contains(" has failed: its ").contains("log files are kept in " + folder());
        backend.close();
        assertThat(folder().resolve("launch.err")).exists();
        try (Backend another = open()) {
            try (WorkerPort fresh =
                    LocalRays.running().orElseThrow().port(Application.current().classPath())) {
                assertThat(fresh.start(LocalRayContract.ONE_CPU)
                                .call(new byte[0], List.of())
                                .get())
                        .isEmpty();
            }
        }
    }

    private void kill(String command) {
        List<ProcessHandle> processes = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(command))
                .filter(process -> process.info().commandLine().orElse("").contains(folder().toString()))
                .toList();
        assertThat(processes).isNotEmpty();
        processes.forEach(ProcessHandle::destroyForcibly);
    }
}
