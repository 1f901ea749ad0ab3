package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eagleray.call.TaskCall;
import io.eagleray.client.BackendException;
import io.eagleray.client.Eagleray;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.Execution;
import io.eagleray.client.LogLine;
import io.eagleray.client.Outcome;
import io.eagleray.client.Progress;
import io.eagleray.client.State;
import io.eagleray.client.SubmitOptions;
import io.eagleray.client.TaskFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Tasks with a cluster of their own, on a real Kubernetes with the real KubeRay operator. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(240)
final class KubeRayTransient {
    private static final String IMAGE_WITHOUT_JAVA = System.getProperty("cluster.image.withoutJava", "");
    private static final Duration LONG = Duration.ofMinutes(3);

    private final List<Progress> progress = new CopyOnWriteArrayList<>();
    private final List<LogLine> log = new CopyOnWriteArrayList<>();
    private KubeNamespace namespace;
    private Eagleray eagleray;

    @SuppressWarnings("NullAway.Init") // connected before the first test
    KubeRayTransient() {}

    @BeforeAll
    void connect() throws IOException {
        namespace = KubeNamespace.create();
        eagleray = connect(namespace.uri(), KubeNamespace.IMAGE);
    }

    private Eagleray connect(String uri, String image) {
        return Eagleray.builder()
                .backend(uri)
                .variables(namespace.variables(image))
                .progress(progress::add)
                .logs(log::add)
                .connect();
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        assertThat(namespace.leftovers(Duration.ofMinutes(1))).isEmpty();
        assertThat(eagleray.executions()).isEmpty();
    }

    @AfterAll
    void end() {
        eagleray.close();
        namespace.close();
    }

    @Test
    void headAndWorkersRunIt() {
        progress.clear();
        log.clear();
        Set<String> hosts = eagleray.run(ClusteredTasks.hosts(8));
        assertThat(hosts).hasSize(2).anyMatch(host -> host.contains("head")).anyMatch(host -> host.contains("small"));
        assertThat(progress)
                .extracting(Progress::message)
                .anyMatch(message -> message.contains("asking for a cluster"))
                .anyMatch(message -> message.contains("of 2 pods are ready"));
        assertThat(log).extracting(LogLine::text).anyMatch(text -> text.contains("asking 8 times"));
    }

    @Test
    void anExceptionComesBackWithItsCause() {
        TaskFailedException failed =
                catchThrowableOfType(TaskFailedException.class, () -> eagleray.run(ClusteredTasks.alone(-7, 0)));
        assertThat(failed.error().summary()).isEqualTo("java.lang.IllegalArgumentException: negative: -7");
        assertThat(failed.error().cause().orElseThrow().summary()).contains("the cause");
    }

    @Test
    void anotherProcessFindsItAgainAndGetsWhatItReturns() throws InterruptedException {
        TaskCall<List<Integer>> call = ClusteredTasks.alone(3, 3_000);
        SubmitOptions options = SubmitOptions.defaults().withId("Found_again.1");
        try (Eagleray first = connect(namespace.uri(), KubeNamespace.IMAGE)) {
            first.submit(call, options);
        }
        Execution<List<Integer>> again = eagleray.submit(call, options);
        assertThat(again.id()).isEqualTo("Found_again.1");
        assertThat(namespace.made())
                .filteredOn(made -> made.startsWith("RayJob"))
                .hasSize(1);
        try (Eagleray other = connect(namespace.uri(), KubeNamespace.IMAGE)) {
            Execution<List<Integer>> found = other.attach("Found_again.1", ClusteredTasks.alone);
            assertThat(other.executions()).extracting(each -> each.id()).containsExactly("Found_again.1");
            assertThat(found.result()).containsExactly(0, 1, 2);
        }
        assertThatThrownBy(() -> eagleray.attach("Found_again.1", ClusteredTasks.alone))
                .hasMessageContaining("no execution \"Found_again.1\" is known");
    }

    @Test
    void whatIsCancelledEndsAndGoes() throws InterruptedException {
        Execution<List<Integer>> execution = eagleray.submit(ClusteredTasks.alone(1, 600_000));
        try (Eagleray other = connect(namespace.uri(), KubeNamespace.IMAGE)) {
            other.attach(execution.id(), ClusteredTasks.alone).cancel();
        }
        assertThat(execution.outcome(LONG)).isInstanceOf(Outcome.Cancelled.class);
        assertThat(execution.state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void whatFailedIsKeptForALook() {
        progress.clear();
        Execution<Void> execution = eagleray.submit(ClusteredTasks.failing());
        assertThatThrownBy(execution::result).hasMessageContaining("look at me");
        assertThat(progress)
                .extracting(Progress::message)
                .anyMatch(message -> message.contains("is kept") && message.contains("port-forward service/"));
        assertThat(namespace.made())
                .anyMatch(made -> made.startsWith("Pod "))
                .anyMatch(made -> made.startsWith("RayCluster "));
        Awaitility.await()
                .atMost(LONG)
                .untilAsserted(() -> assertThat(namespace.made()).noneMatch(made -> made.startsWith("RayCluster ")));
        assertThat(execution.state()).isEqualTo(State.FAILED);
        namespace.deleteJob(execution.id());
    }

    @Test
    void anImageThatCannotBePulledIsSaidSoon() {
        try (Eagleray wrong = connect(namespace.uri(), "127.0.0.1:1/nobody/has-this:2.60.0")) {
            assertThatThrownBy(() -> wrong.run(ClusteredTasks.alone(1, 0)))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("its image 127.0.0.1:1/nobody/has-this:2.60.0 cannot be pulled")
                    .hasMessageContaining("check the image's name");
        }
    }

    @Test
    void anImageWithoutJavaIsSaid() {
        try (Eagleray bare = connect(namespace.uri(), IMAGE_WITHOUT_JAVA)) {
            assertThatThrownBy(() -> bare.run(ClusteredTasks.alone(1, 0)))
                    .isInstanceOf(EaglerayException.class)
                    .hasMessageContaining("there is no java on the PATH")
                    .hasMessageContaining("in the image of its nodes");
        }
    }

    @Test
    void whatDoesNotFitIsSaidWithItsReason() {
        try (Eagleray hasty = connect(namespace.uri() + "?startTimeout=6s", KubeNamespace.IMAGE)) {
            assertThatThrownBy(() -> hasty.run(ClusteredTasks.greedy()))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("was not ready within 6 s")
                    .hasMessageContaining("Insufficient cpu");
        }
    }

    @Test
    void aQuotaIsSaid() {
        namespace.limitPods(0);
        try (Eagleray hasty = connect(namespace.uri() + "?startTimeout=8s", KubeNamespace.IMAGE)) {
            assertThatThrownBy(() -> hasty.run(ClusteredTasks.alone(1, 0)))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("exceeded quota");
        } finally {
            namespace.unlimitPods();
        }
    }

    @Test
    void whoMayNotIsTold() {
        Map<String, String> variables = namespace.variables();
        try (Eagleray elsewhere = Eagleray.builder()
                .backend("kuberay://default")
                .variables(variables)
                .connect()) {
            assertThatThrownBy(() -> elsewhere.run(ClusteredTasks.alone(1, 0)))
                    .isInstanceOf(EaglerayException.class)
                    .hasMessageContaining("cannot create the RayJob")
                    .hasMessageContaining("forbidden")
                    .hasMessageContaining("docs/kuberay-role.yaml");
        }
    }
}
