package io.eagleray.backend.ray;

import static io.eagleray.backend.ray.FakeHead.hangUp;
import static io.eagleray.backend.ray.FakeHead.job;
import static io.eagleray.backend.ray.FakeHead.json;
import static io.eagleray.backend.ray.FakeHead.silence;
import static io.eagleray.backend.ray.FakeHead.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a real head cannot be made to do. */
@Timeout(60)
final class RayJobsTest {
    private static final String VERSION = "GET /api/version";
    private static final String V = "{\"version\":\"4\",\"ray_version\":\"2.60.0\",\"session_name\":\"s_1\"}";
    private static final String HTML = "<html>please log in</html>";
    private static final JobSubmission JOB = JobSubmission.of("a-1", "true");

    private final FakeHead head = new FakeHead();
    private final RayJobs jobs = head.jobs();

    RayJobsTest() throws IOException {}

    @AfterEach
    void close() {
        jobs.close();
        head.close();
    }

    @Test
    void triesAgainWhatPasses() throws InterruptedException {
        head.on(VERSION, status(503, "text/html", HTML), hangUp(), status(502, "text/plain", ""), json(V));
        assertThat(jobs.version().jobsApi()).isEqualTo(4);
        assertThat(head.requests()).hasSize(4);
    }

    @Test
    void saysThatItIsClosed() {
        jobs.close();
        failure(BackendException.class).hasMessage("the connection to " + head.uri() + " is closed");
    }

    @Test
    void comesBackWhenItIsTold() throws InterruptedException {
        head.on(VERSION, status(429, "text/plain", "slow down", "Retry-After", "1"), json(V));
        long began = System.nanoTime();
        jobs.version();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        head.on(VERSION, status(429, "text/plain", "slow down", "Retry-After", "3600"));
        failure(BackendException.class).hasMessageContaining("is asked too much (429: slow down): try again later");
    }

    @Test
    void saysWhatARefusalMeans() {
        assertRefusal(400, ConfigurationException.class, "refuses GET /api/version (400: no)");
        assertRefusal(401, ConfigurationException.class, "does not take a token from RAY_AUTH_TOKEN (401: no)");
        assertRefusal(403, ConfigurationException.class, "refuses a token from RAY_AUTH_TOKEN (403: no)");
        assertRefusal(404, BackendException.class, "does not know GET /api/version (404: no): is this the address of");
        assertRefusal(413, BackendException.class, "as too large (413)");
        assertRefusal(418, BackendException.class, "with status 418: no");
        assertRefusal(500, BackendException.class, "failed at GET /api/version (500: no): the log files");
        assertRefusal(503, BackendException.class, "cannot reach it (503: no)");
    }

    private void assertRefusal(int status, Class<? extends EaglerayException> type, String message) {
        head.on(VERSION, status(status, "text/plain", "Traceback\n  no\n"));
        failure(type).hasMessageContaining(message).hasMessageContaining("127.0.0.1:" + head.port());
    }

    @Test
    void keepsSecretsOutOfMessages() {
        head.on(VERSION, status(403, "text/plain", "bad: Bearer " + FakeHead.TOKEN + "\u001b[31m"));
        failure(ConfigurationException.class)
                .hasMessageContaining("bad: Bearer ***")
                .hasMessageNotContaining("\u001b");
        assertThat(jobs.toString() + head.options() + head.options().token()).doesNotContain(FakeHead.TOKEN);
    }

    @Test
    void noticesThatItIsNotRay() {
        head.on(VERSION, status(200, "text/html", HTML));
        failure(ConfigurationException.class).hasMessageContaining("a web page answers GET /api/version");
        head.on(VERSION, json("{\"version\": 4"));
        failure(BackendException.class).hasMessageContaining("with what is not understood");
        head.on(VERSION, json("[]"));
        failure(BackendException.class).hasMessageContaining("expected an object");
        head.on(VERSION, json("{\"version\":\"four\",\"ray_version\":\"2.60.0\"}"));
        failure(BackendException.class).hasMessageContaining("with what is not understood");
    }

    @Test
    void readsOnlySoMuch() {
        head.on(VERSION, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 80; i++) {
                exchange.getResponseBody().write(block);
            }
        });
        try (RayJobs patient = new RayJobs(head.options().within(Duration.ofSeconds(2), Duration.ofSeconds(20)))) {
            assertThatThrownBy(patient::version)
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("with more than 67108864 bytes, which is not read");
        }
    }

    @Test
    void goesOnOnlyToTheSameServer() throws Exception {
        head.on(VERSION, status(307, "text/plain", "", "Location", "/v2")).on("GET /v2", json(V));
        assertThat(jobs.version().jobsApi()).isEqualTo(4);
        try (FakeHead other = new FakeHead()) {
            head.on(VERSION, status(302, "text/plain", "", "Location", other.uri() + "/x?token=abc"));
            failure(ConfigurationException.class)
                    .hasMessageContaining("on to " + other.uri() + "/x (302), which is not followed")
                    .hasMessageNotContaining("abc");
            assertThat(other.requests()).isEmpty();
        }
        head.on(VERSION, status(302, "text/plain", "", "Location", "/api/version"));
        failure(ConfigurationException.class).hasMessageContaining("is not followed");
    }

    @Test
    void waitsOnlySoLong() {
        head.on(VERSION, silence());
        failure(BackendException.class).hasMessageContaining("does not answer GET /api/version within 1 s");
    }

    @Test
    void anInterruptEndsTheWait() throws InterruptedException {
        head.on(VERSION, silence());
        Thread.currentThread().interrupt();
        assertThatThrownBy(jobs::version).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        int port = head.port();
        head.close();
        failure(BackendException.class)
                .hasMessageContaining("cannot reach the Ray head at http://127.0.0.1:" + port + " (connection refused)")
                .hasMessageContaining("is the cluster up");
        try (RayJobs nowhere = new RayJobs(options("https://no-such-host.invalid:8265"))) {
            assertThatThrownBy(nowhere::version)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("no machine is known as no-such-host.invalid");
        }
    }

    @Test
    void saysThatThereIsNoTls() throws IOException {
        try (ServerSocket server = listen("HTTP/1.1 400 Bad Request\r\n\r\n");
                RayJobs secure = new RayJobs(options("https://127.0.0.1:" + server.getLocalPort()))) {
            assertThatThrownBy(secure::version)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("does not speak TLS: write http in place of https");
        }
    }

    @Test
    void saysThatSomethingElseListens() throws IOException {
        try (ServerSocket server = listen("SSH-2.0-x\r\n\r\n");
                RayJobs there = new RayJobs(options("http://127.0.0.1:" + server.getLocalPort()))) {
            assertThatThrownBy(there::version)
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("broke at GET /api/version")
                    .hasMessageContaining("is it http what listens there");
        }
    }

    /** Says the same to everyone, whatever they say. */
    private static ServerSocket listen(String greeting) throws IOException {
        ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        Thread answers = new Thread(() -> {
            while (true) {
                try (Socket accepted = server.accept()) {
                    accepted.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
                    accepted.getInputStream().read(new byte[1]);
                } catch (IOException e) {
                    if (server.isClosed()) {
                        return;
                    }
                }
            }
        });
        answers.setDaemon(true);
        answers.start();
        return server;
    }

    @Test
    void aLostAnswerIsLookedUp() throws InterruptedException {
        String digest = JobRequest.digest(JOB);
        head.on("POST /api/jobs/", hangUp()).on("GET /api/jobs/a-1", json(job("a-1", "RUNNING", digest)));
        assertThat(jobs.submit(JOB).status()).isEqualTo(JobStatus.RUNNING);
        head.on("POST /api/jobs/", status(500, "text/plain", "ValueError: a-1 already exists"));
        assertThat(jobs.submit(JOB).status()).isEqualTo(JobStatus.RUNNING);
        head.on("GET /api/jobs/a-1", json(job("a-1", "RUNNING", "another")));
        assertThatThrownBy(() -> jobs.submit(JOB))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("another job with the id a-1 already exists");
    }

    @Test
    void whatDidNotArriveIsAFailure() {
        head.on("POST /api/jobs/", status(500, "text/plain", "RuntimeError: full"))
                .on("GET /api/jobs/a-1", status(404, "text/plain", "Job a-1 does not exist"));
        assertThatThrownBy(() -> jobs.submit(JOB)).hasMessageContaining("failed at POST /api/jobs/ (500: RuntimeError");
        head.on("POST /api/jobs/", status(400, "text/plain", "TypeError: x got an unexpected keyword argument 'y'"));
        assertThatThrownBy(() -> jobs.submit(JOB))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("its Ray does not know that field");
        head.on("POST /api/jobs/", json("{}"));
        assertThatThrownBy(() -> jobs.submit(JOB)).hasMessageContaining("which does not know it");
    }

    @Test
    void trustsNoIds() throws InterruptedException {
        head.on(
                "GET /api/jobs/",
                json("[" + job("../x", "RUNNING", "") + "," + job("b-2", "FAILED", "") + ","
                        + "{\"type\":\"DRIVER\",\"submission_id\":null,\"status\":\"RUNNING\"}]"));
        assertThat(jobs.list().stream().map(JobDetails::id)).containsExactly("b-2");
        head.on("GET /api/jobs/a-1", json(job("b-2", "RUNNING", "")));
        assertThatThrownBy(() -> jobs.find("a-1")).hasMessageContaining("expected a-1");
        head.on("GET /api/jobs/a-1", json(job("a-1", "DREAMING", "")));
        assertThatThrownBy(() -> jobs.find("a-1")).hasMessageContaining("\"DREAMING\" is no status");
        for (String id : List.of("", "a/b", "..", "a b", "x".repeat(200), "a?b", "%2e")) {
            assertThatThrownBy(() -> jobs.find(id)).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void aMissingApiIsNoMissingJob() {
        assertThatThrownBy(() -> jobs.find("a-1"))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("404");
    }

    @Test
    void sendsTheTokenAndHeaders() throws InterruptedException {
        head.on(VERSION, json(V));
        Map<String, String> variables =
                Map.of("RAY_AUTH_TOKEN", FakeHead.TOKEN, "EAGLERAY_HEADERS", "X-A: b; X-C: d e");
        try (RayJobs with = RayJobs.at(head.uri(), variables)) {
            with.version();
        }
        assertThat(head.headers().get(0).getFirst("Authorization")).isEqualTo("Bearer " + FakeHead.TOKEN);
        assertThat(head.headers().get(0).getFirst("X-A")).isEqualTo("b");
        assertThat(head.headers().get(0).getFirst("X-C")).isEqualTo("d e");
    }

    private HeadOptions options(String uri) {
        return HeadOptions.of(io.eagleray.backend.BackendUri.parse(uri), Map.of("HOME", "/nowhere"))
                .within(Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    private AbstractThrowableAssert<?, ?> failure(Class<? extends EaglerayException> type) {
        return assertThatThrownBy(jobs::version).isInstanceOf(type);
    }
}
