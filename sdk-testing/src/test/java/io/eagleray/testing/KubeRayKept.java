package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.Outcome;
import io.eagleray.client.Progress;
import io.eagleray.client.State;
import io.eagleray.client.SubmitOptions;
import io.eagleray.kuberay.ClusterSummary;
import io.eagleray.kuberay.KubeRayNamespace;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Clusters that are kept for many executions. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
final class KubeRayKept {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int CROWD = 20;

    private final List<Progress> progress = new CopyOnWriteArrayList<>();
    private KubeNamespace namespace;

    @SuppressWarnings("NullAway.Init") // made before the first test
    KubeRayKept() {}

    @BeforeAll
    void create() throws IOException {
        namespace = KubeNamespace.create();
    }

    /** Most go by themselves: nobody removes them. */
    @AfterAll
    void nothingIsLeft() throws InterruptedException {
        try {
            assertThat(namespace.leftovers(LONG)).isEmpty();
        } finally {
            namespace.close();
        }
    }

    private Eagleray connect(String reuse) {
        return Eagleray.builder()
                .backend(namespace.uri() + reuse)
                .variables(namespace.variables())
                .progress(progress::add)
                .connect();
    }

    private KubeRayNamespace open() {
        return KubeRayNamespace.open(BackendUri.parse(namespace.uri()), namespace.variables());
    }

    private List<String> rayJobs(String name) {
        return namespace.made().stream()
                .filter(made -> made.startsWith("RayJob " + name + "-"))
                .toList();
    }

    /** The second is longer than the cluster is kept idle. */
    @Test
    void tasksThatAskForTheSameShareIt() throws InterruptedException {
        SubmitOptions options = SubmitOptions.defaults().withId("twice");
        try (Eagleray eagleray = connect("");
                Eagleray other = connect("");
                KubeRayNamespace kubernetes = open()) {
            assertThatThrownBy(() -> eagleray.submit(
                            ClusteredTasks.sharing(2, 0),
                            SubmitOptions.defaults().withId("eagleray-closed")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("choose another");
            assertThat(eagleray.run(ClusteredTasks.sharing(2, 0))).containsExactly(0, 1);
            List<String> made = rayJobs("shared");
            Execution<List<Integer>> second = other.submit(ClusteredTasks.sharing(3, 40_000), options);
            assertThat(eagleray.run(ClusteredTasks.sharingToo())).isIn("2 were here", "3 were here");
            assertThat(rayJobs("shared")).isEqualTo(made).hasSize(1);
            assertThat(kubernetes.clusters())
                    .filteredOn(cluster -> cluster.name().equals("shared"))
                    .singleElement()
                    .satisfies(cluster -> {
                        assertThat(cluster.state()).isEqualTo(ClusterSummary.State.READY);
                        assertThat(cluster.owner()).isEqualTo("tester");
                        assertThat(cluster.executions()).hasValue(1);
                        assertThat(cluster.cpus()).isEqualTo(0.1);
                        assertThat(cluster.memory()).isEqualTo(512L << 20);
                    });
            assertThat(eagleray.submit(ClusteredTasks.sharing(3, 40_000), options)
                            .result())
                    .containsExactly(0, 1, 2);
            assertThat(eagleray.attach(second.id(), ClusteredTasks.sharing).result())
                    .containsExactly(0, 1, 2);
            assertThatThrownBy(() -> eagleray.submit(ClusteredTasks.sharing(4, 0), options))
                    .hasMessageContaining("choose another id");
            assertThat(eagleray.executions())
                    .filteredOn(execution -> execution.task().contains("sharing"))
                    .extracting(ExecutionSummary::state)
                    .containsExactly(State.SUCCEEDED, State.SUCCEEDED, State.SUCCEEDED);
            assertThat(rayJobs("shared")).isEqualTo(made);
        }
    }

    /** Twenty drivers, of which a few have place at a time. */
    @Test
    @Timeout(600)
    void aCrowdMakesOne() throws InterruptedException, ExecutionException {
        progress.clear();
        ExecutorService threads = Executors.newFixedThreadPool(CROWD);
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        Set<String> ids = ConcurrentHashMap.newKeySet();
        try (Eagleray one = connect("?reuse=crowd&idleTtl=20s");
                Eagleray other = connect("?reuse=crowd&idleTtl=20s")) {
            List<Future<List<Integer>>> results = new ArrayList<>();
            for (int i = 0; i < CROWD; i++) {
                int n = i;
                results.add(threads.submit(() -> {
                    Execution<List<Integer>> execution =
                            (n % 2 == 0 ? one : other).submit(ClusteredTasks.alone(n, 1_000));
                    ids.add(execution.id());
                    seen.addAll(rayJobs("crowd"));
                    return execution.result();
                }));
            }
            for (int i = 0; i < CROWD; i++) {
                assertThat(results.get(i).get())
                        .isEqualTo(IntStream.range(0, i).boxed().toList());
            }
            assertThat(seen.stream().distinct()).hasSize(1);
            assertThat(one.executions()) // with those of other clusters
                    .filteredOn(execution -> ids.contains(execution.id()))
                    .hasSize(CROWD)
                    .allMatch(execution -> execution.state() == State.SUCCEEDED);
            assertThat(progress)
                    .extracting(Progress::message)
                    .anyMatch(message -> message.contains("waiting for resources"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void oneIsOrphanedAndReplacedAndClosedAndLost() throws IOException, InterruptedException {
        progress.clear();
        Process dead = DyingKubeClient.start(namespace, namespace.uri() + "?reuse=chain&idleTtl=1h", "orphaned");
        try (BufferedReader says = dead.inputReader()) {
            assertThat(says.readLine()).isEqualTo("submitted");
        }
        dead.destroyForcibly().waitFor();
        try (Eagleray eagleray = connect("?reuse=chain&idleTtl=2h");
                KubeRayNamespace kubernetes = open()) {
            assertThat(eagleray.attach("orphaned", ClusteredTasks.fleeting).outcome(LONG))
                    .isInstanceOf(Outcome.Succeeded.class);
            List<String> before = rayJobs("chain");

            Execution<List<Integer>> last = eagleray.submit(ClusteredTasks.alone(1, 40_000));
            assertThat(progress)
                    .extracting(Progress::message)
                    .anyMatch(message -> message.contains("was asked for with another configuration"));
            Awaitility.await()
                    .atMost(LONG)
                    .untilAsserted(() -> assertThat(rayJobs("chain")).doesNotContainAnyElementsOf(before));

            assertThat(kubernetes.removeClusters("chain", false)).hasSize(1);
            Execution<List<Integer>> lost = eagleray.submit(ClusteredTasks.alone(1, 600_000));
            assertThat(kubernetes.clusters())
                    .filteredOn(cluster -> cluster.name().equals("chain"))
                    .extracting(ClusterSummary::state)
                    .containsExactly(ClusterSummary.State.CLOSING, ClusterSummary.State.READY);
            assertThat(last.result()).containsExactly(0);

            Execution<List<Integer>> cancelled = eagleray.submit(ClusteredTasks.alone(1, 600_000));
            cancelled.cancel();
            assertThat(cancelled.outcome(LONG)).isInstanceOf(Outcome.Cancelled.class);
            kubernetes.removeClusters("chain", true);
            assertThatThrownBy(lost::result)
                    .hasMessageContaining("the cluster of RayJob chain-")
                    .hasMessageContaining("has gone, and with it what it knew of execution " + lost.id());
        }
    }
}
