package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.client.Progress;
import io.eagleray.client.State;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of executions when the API server is away for a while, or their head is lost. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
final class KubeRayTrouble {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration OUTAGE = Duration.ofSeconds(6);

    private final List<Progress> progress = new CopyOnWriteArrayList<>();
    private KubeNamespace namespace;

    @SuppressWarnings("NullAway.Init") // made before the first test
    KubeRayTrouble() {}

    @BeforeAll
    void create() throws IOException {
        namespace = KubeNamespace.create();
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        assertThat(namespace.leftovers(LONG)).isEmpty();
    }

    @AfterAll
    void end() {
        namespace.close();
    }

    private void awaitProgress(String text) {
        Awaitility.await()
                .atMost(LONG)
                .until(() -> progress.stream().anyMatch(each -> each.message().contains(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?reuse=trouble&idleTtl=5s"})
    void theApiServerMayBeAwayForAWhile(String reuse) throws IOException, InterruptedException, ExecutionException {
        progress.clear();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Relay relay = Relay.to(namespace.server());
                Eagleray eagleray = Eagleray.builder()
                        .backend(namespace.uri() + reuse)
                        .variables(namespace.variablesThrough(relay.location()))
                        .progress(progress::add)
                        .connect()) {
            Future<Execution<List<Integer>>> submitting =
                    threads.submit(() -> eagleray.submit(ClusteredTasks.alone(3, 15_000)));
            awaitProgress("0 of 1 pods are ready");
            relay.breakFor(OUTAGE);
            Execution<List<Integer>> execution = submitting.get();
            Future<List<Integer>> result = threads.submit(execution::result);
            Awaitility.await().atMost(LONG).until(() -> execution.state() == State.RUNNING);
            relay.breakFor(OUTAGE);
            assertThat(result.get()).containsExactly(0, 1, 2);
            assertThat(relay.cuts()).isPositive();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theLossOfAHeadIsTold() {
        try (Eagleray eagleray = Eagleray.builder()
                .backend(namespace.uri())
                .variables(namespace.variables())
                .connect()) {
            Execution<List<Integer>> execution = eagleray.submit(ClusteredTasks.alone(1, 600_000));
            Awaitility.await().atMost(LONG).until(() -> execution.state() == State.RUNNING);
            namespace.deleteHead();
            assertThatThrownBy(execution::result)
                    .hasMessageContaining("has forgotten execution " + execution.id())
                    .hasMessageContaining("Submit it again with another id");
            assertThat(execution.state()).isEqualTo(State.FAILED);
        }
    }
}
