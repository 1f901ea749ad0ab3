package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.Eagleray;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.State;
import io.eagleray.kuberay.KubeRayNamespace;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Clients that are killed: nothing stays that costs anything, and what the operator leaves is collected. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(240)
final class KubeRayDeaths {
    private static final Duration LONG = Duration.ofMinutes(1);

    private KubeNamespace namespace;

    @SuppressWarnings("NullAway.Init") // made before the first test
    KubeRayDeaths() {}

    @BeforeAll
    void create() throws IOException {
        namespace = KubeNamespace.create();
    }

    @AfterAll
    void end() {
        namespace.close();
    }

    private static void kill(Process client) throws InterruptedException {
        client.destroyForcibly().waitFor();
    }

    @Test
    void whileItsClusterIsMade() throws IOException, InterruptedException {
        Process client = DyingKubeClient.start(namespace, namespace.uri() + "?startTimeout=2s", "dead-early");
        Awaitility.await().atMost(LONG).until(() -> namespace.made().contains("RayJob dead-early"));
        kill(client);
        onlyTheRecordIsLeft("dead-early", State.FAILED);
    }

    @Test
    void whileItsWorkersCome() throws IOException, InterruptedException {
        Process client = DyingKubeClient.start(namespace, namespace.uri(), "dead-meanwhile");
        try (BufferedReader says = client.inputReader()) {
            Awaitility.await().atMost(LONG).until(() -> namespace.isSubmitted("dead-meanwhile"));
            assertThat(says.ready()).as("the workers came too soon").isFalse();
        }
        kill(client);
        onlyTheRecordIsLeft("dead-meanwhile", State.SUCCEEDED);
    }

    @Test
    void whileItsTaskRuns() throws IOException, InterruptedException {
        Process client = DyingKubeClient.start(namespace, namespace.uri(), "dead-late");
        try (BufferedReader says = client.inputReader()) {
            assertThat(says.readLine()).isEqualTo("submitted");
        }
        kill(client);
        onlyTheRecordIsLeft("dead-late", State.SUCCEEDED);
    }

    private void onlyTheRecordIsLeft(String id, State state) {
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() -> assertThat(namespace.made())
                        .filteredOn(made -> !made.startsWith("Service ")) // the operator's, of the RayJob
                        .containsExactly("RayJob " + id));
        try (Eagleray eagleray = Eagleray.builder()
                        .backend(namespace.uri())
                        .variables(namespace.variables())
                        .connect();
                KubeRayNamespace garbage =
                        KubeRayNamespace.open(BackendUri.parse(namespace.uri()), namespace.variables())) {
            assertThat(eagleray.executions())
                    .extracting(ExecutionSummary::id, ExecutionSummary::state)
                    .containsExactly(org.assertj.core.api.Assertions.tuple(id, state));
            Awaitility.await()
                    .atMost(LONG)
                    .until(() -> garbage.collectGarbage().containsKey(id)
                            || namespace.made().isEmpty());
        }
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() -> assertThat(namespace.made()).isEmpty());
    }
}
