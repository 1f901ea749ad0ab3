package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.kuberay.ScriptedServer.Answer;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real API server cannot be made to do: to be overloaded, or to fail for a while. */
@Timeout(60)
class KubeApiTest {
    private static final String JOB =
            "{\"apiVersion\":\"ray.io/v1\",\"kind\":\"RayJob\",\"metadata\":{\"name\":\"a\"}}";

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();

    @TempDir
    private Path folder;

    private ScriptedServer server;
    private KubeApi api;

    @SuppressWarnings("NullAway.Init") // made before each test
    KubeApiTest() {}

    private static Answer failure(int code, String retryAfter, String message) {
        return new Answer(
                code, "{\"kind\":\"Status\",\"code\":" + code + ",\"message\":\"" + message + "\"}", retryAfter);
    }

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.start(path -> {
            asked.incrementAndGet();
            return answers.size() > 1 ? answers.remove() : answers.element(); // the last one stays
        });
        api = KubeApi.open(KubeOptions.of(BackendUri.parse("kuberay://team-a"), server.variables(folder)));
    }

    @AfterEach
    void end() {
        api.close();
        server.close();
    }

    private RayJob job() {
        return Probe.refused("a", KubeOptions.of(BackendUri.parse("kuberay://team-a"), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whatIsAskedOfAServerThatIsOverloadedIsAskedAgainWhenItSaysSo(int code) {
        answers.add(failure(code, "1", "too many requests"));
        answers.add(new Answer(200, JOB));
        long begin = System.nanoTime();
        assertThat(api.find("a")).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(900));
        assertThat(asked).hasValue(2);
    }

    @Test
    void nobodyWaitsAsLongAsAServerWishes() {
        assertThat(Respite.pause("2")).isEqualTo(Duration.ofSeconds(2));
        assertThat(Respite.pause("3600")).isEqualTo(Duration.ofSeconds(5));
        assertThat(Respite.pause("soon")).isZero();
        assertThat(Respite.pause(null)).isZero();
    }

    @Test
    void whatIsWrongIsNotAskedAgain() {
        answers.add(failure(422, "1", "spec is wrong"));
        assertThatThrownBy(() -> api.create(job()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("spec is wrong");
        assertThat(asked).hasValue(1);
    }

    /** The first answer was lost: who asks looks what is there. */
    @Test
    void aRayJobThatIsThereAfterAFailureIsNotMadeTwice() {
        answers.add(failure(500, "", "etcd leader changed"));
        answers.add(failure(409, "", "already exists"));
        assertThat(api.create(job())).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aListThatHasExpiredIsTold() {
        answers.add(failure(410, "", "The resourceVersion is too old"));
        assertThatThrownBy(() -> api.jobs())
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("cannot list the RayJobs")
                .hasMessageContaining("too old");
        assertThat(asked).hasValue(1);
    }

    /** A thread of its own may still follow a log then. */
    @Test
    void whatIsAskedAfterItIsClosedIsToldSo() {
        answers.add(new Answer(200, JOB));
        api.close();
        assertThatThrownBy(() -> api.find("a"))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith("cannot read the RayJob a at ")
                .hasMessageEndingWith("the connection is closed");
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatAQuotaOrTheEndOfANamespaceForbidsIsNoMatterOfRoles() {
        answers.add(failure(403, "", "rayjobs.ray.io a is forbidden: exceeded quota: few"));
        answers.add(failure(
                403, "", "a is forbidden: unable to create new content in namespace b because it is being terminated"));
        answers.add(failure(403, "", "rayjobs.ray.io is forbidden: User u cannot create"));
        assertThatThrownBy(() -> api.create(job()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ask for a larger ResourceQuota");
        assertThatThrownBy(() -> api.create(job()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("name another");
        assertThatThrownBy(() -> api.create(job()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("docs/kuberay-role.yaml");
    }

    @Test
    void saysWhenNothingNamesAServer() {
        KubernetesClientException lost =
                new KubernetesClientException("no answer", new IOException("unresolved"), -1, null, null);
        assertThat(KubeTrouble.of(lost, "list the RayJobs", "https://kubernetes.default.svc/ (namespace team-a)"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith(
                        "(namespace team-a): nothing names an API server; set KUBECONFIG to a kubeconfig, or put"
                                + " it into ~/.kube/config");
        assertThat(KubeTrouble.of(lost, "list the RayJobs", "https://10.0.0.1:6443/ (namespace team-a)"))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("it does not answer (unresolved)");
    }
}
