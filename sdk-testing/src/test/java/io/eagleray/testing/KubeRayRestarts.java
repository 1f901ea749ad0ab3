package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.Eagleray;
import io.eagleray.client.LogLine;
import io.eagleray.client.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The operator dies while it makes a cluster, and the API server while a task runs there, and both come back. */
@Timeout(300)
final class KubeRayRestarts {
    /** A command that kills {@code ray-operator} or {@code kube-apiserver}, and starts it again after so many seconds. */
    private static final String COMMAND = System.getProperty("cluster.restart", "");

    private static final int SECONDS_AWAY = 3;

    private final CompletableFuture<Integer> operator = new CompletableFuture<>();
    private final CompletableFuture<Integer> apiServer = new CompletableFuture<>();

    @Test
    void aRunGoesOn() throws Exception {
        if (COMMAND.isEmpty()) {
            assertThat(System.getenv("CI")).as("a test that is left out").isNull();
            Assumptions.abort("nothing is restarted: -Dcluster.restart names a command that can do it");
        }
        try (KubeNamespace namespace = KubeNamespace.create()) {
            try (Eagleray eagleray = Eagleray.builder()
                    .backend(namespace.uri())
                    .variables(namespace.variables(KubeNamespace.IMAGE))
                    .progress(this::seen)
                    .logs(this::seen)
                    .connect()) {
                assertThat(eagleray.run(ClusteredTasks.alone(3, 15_000))).containsExactly(0, 1, 2);
                assertThat(operator).isCompletedWithValue(0);
                assertThat(apiServer).isCompletedWithValue(0);
            }
            assertThat(namespace.leftovers(Duration.ofMinutes(3))).isEmpty();
        }
    }

    private void seen(Progress progress) {
        if (progress.message().contains("asking for a cluster")) {
            restart("ray-operator", operator);
        }
    }

    private void seen(LogLine line) {
        if (line.text().contains("begun with")) {
            restart("kube-apiserver", apiServer);
        }
    }

    private static void restart(String process, CompletableFuture<Integer> exitCode) {
        Thread thread = new Thread(
                () -> {
                    try {
                        exitCode.complete(new ProcessBuilder(List.of(COMMAND, process, "" + SECONDS_AWAY))
                                .inheritIO()
                                .start()
                                .waitFor());
                    } catch (IOException | InterruptedException e) {
                        exitCode.completeExceptionally(e);
                    }
                },
                "restart " + process);
        thread.start();
    }
}
