package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.eagleray.backend.BackendUri;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    private HttpServer server;
    private KubeApi api;

    @SuppressWarnings("NullAway.Init") // made before each test
    KubeApiTest() {}

    private record Answer(int code, String retryAfter, String body) {

        static Answer failure(int code, String retryAfter, String message) {
            return new Answer(
                    code, retryAfter, "{\"kind\":\"Status\",\"code\":" + code + ",\"message\":\"" + message + "\"}");
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            Answer answer = answers.size() > 1 ? answers.remove() : answers.element(); // the last one stays
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            if (!answer.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
            }
            exchange.sendResponseHeaders(answer.code(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Path kubeconfig = folder.resolve("config");
        Files.writeString(kubeconfig, """
                apiVersion: v1
                kind: Config
                current-context: c
                clusters: [{name: c, cluster: {server: 'http://127.0.0.1:%d'}}]
                users: [{name: c, user: {token: very-secret}}]
                contexts: [{name: c, context: {cluster: c, user: c}}]
                """.formatted(server.getAddress().getPort()));
        api = KubeApi.open(
                KubeOptions.of(BackendUri.parse("kuberay://team-a"), Map.of("KUBECONFIG", kubeconfig.toString())));
    }

    @AfterEach
    void end() {
        api.close();
        server.stop(0);
    }

    private RayJob job() {
        return Probe.refused("a", KubeOptions.of(BackendUri.parse("kuberay://team-a"), Map.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whatIsAskedOfAServerThatIsOverloadedIsAskedAgainWhenItSaysSo(int code) {
        answers.add(Answer.failure(code, "1", "too many requests"));
        answers.add(new Answer(200, "", JOB));
        long begin = System.nanoTime();
        assertThat(api.find("a")).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(900));
        assertThat(asked).hasValue(2);
    }

    @Test
    void nobodyWaitsAsLongAsAServerWishes() {
        assertThat(RetryAfter.pause("2")).isEqualTo(Duration.ofSeconds(2));
        assertThat(RetryAfter.pause("3600")).isEqualTo(Duration.ofSeconds(5));
        assertThat(RetryAfter.pause("soon")).isZero();
        assertThat(RetryAfter.pause(null)).isZero();
    }

    @Test
    void whatIsWrongIsNotAskedAgain() {
        answers.add(Answer.failure(422, "1", "spec is wrong"));
        assertThatThrownBy(() -> api.create(job()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("spec is wrong");
        assertThat(asked).hasValue(1);
    }

    /** The first answer was lost: who asks looks what is there. */
    @Test
    void aRayJobThatIsThereAfterAFailureIsNotMadeTwice() {
        answers.add(Answer.failure(500, "", "etcd leader changed"));
        answers.add(Answer.failure(409, "", "already exists"));
        assertThat(api.create(job())).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aListThatHasExpiredIsTold() {
        answers.add(Answer.failure(410, "", "The resourceVersion is too old"));
        assertThatThrownBy(() -> api.jobs())
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("cannot list the RayJobs")
                .hasMessageContaining("too old");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatAQuotaOrTheEndOfANamespaceForbidsIsNoMatterOfRoles() {
        answers.add(Answer.failure(403, "", "rayjobs.ray.io a is forbidden: exceeded quota: few"));
        answers.add(Answer.failure(
                403, "", "a is forbidden: unable to create new content in namespace b because it is being terminated"));
        answers.add(Answer.failure(403, "", "rayjobs.ray.io is forbidden: User u cannot create"));
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
}
