package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.Check;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a real API server with KubeRay cannot be made to do: to be away, or to have no KubeRay. */
@Timeout(60)
class KubeChecksTest {
    @TempDir
    private Path folder;

    private List<Check> checks(int port) throws IOException, InterruptedException {
        Path kubeconfig = folder.resolve("config");
        Files.writeString(kubeconfig, """
                apiVersion: v1
                kind: Config
                current-context: c
                clusters: [{name: c, cluster: {server: 'http://127.0.0.1:%d'}}]
                users: [{name: c, user: {token: very-secret}}]
                contexts: [{name: c, context: {cluster: c, user: c}}]
                """.formatted(port));
        return new KubeRayProvider()
                .checks(BackendUri.parse("kuberay://team-a"), Map.of("KUBECONFIG", kubeconfig.toString()));
    }

    /** A server that knows what the path says, and answers all else with {@code {}}. */
    private static HttpServer serve(Map<String, Answer> answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Answer answer = answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, "{}"));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.code(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private record Answer(int code, String body) {}

    private static final Answer VERSION =
            new Answer(200, "{\"gitVersion\":\"v1.36.4\",\"buildDate\":\"2026-01-01T00:00:00Z\"}");

    @Test
    void aServerWithoutKubeRayIsSaidWithTheCommandThatInstallsIt() throws IOException, InterruptedException {
        HttpServer server = serve(Map.of("/version", VERSION));
        try {
            List<Check> checks = checks(server.getAddress().getPort());
            assertThat(checks.get(0).found()).startsWith("Kubernetes v1.36.4 at http://127.0.0.1:");
            assertThat(checks.get(1).isOk()).isFalse();
            assertThat(checks.get(1).found())
                    .contains("does not know RayJobs")
                    .contains("helm install kuberay-operator");
            assertThat(checks).extracting(Check::name).containsExactly("API server", "KubeRay", "image");
            assertThat(checks.toString()).doesNotContain("very-secret");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void definitionsThatAreTooOldAreSaidWithWhatTheyMiss() throws IOException, InterruptedException {
        HttpServer server = serve(Map.of(
                "/version",
                VERSION,
                "/apis/ray.io/v1",
                new Answer(200, "{\"kind\":\"APIResourceList\",\"resources\":[{\"kind\":\"RayJob\"}]}"),
                "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                new Answer(201, "{\"kind\":\"SelfSubjectAccessReview\",\"status\":{\"allowed\":true}}"),
                "/api/v1/namespaces/team-a/resourcequotas",
                new Answer(403, "{\"kind\":\"Status\",\"code\":403,\"message\":\"forbidden\"}"),
                "/apis/ray.io/v1/namespaces/team-a/rayjobs",
                new Answer(
                        400,
                        "{\"kind\":\"Status\",\"code\":400,\"message\":\"RayJob in version \\\"v1\\\" cannot be"
                                + " handled as a RayJob: strict decoding error: unknown field"
                                + " \\\"spec.deletionStrategy.deletionRules\\\", unknown field"
                                + " \\\"spec.preRunningDeadlineSeconds\\\"\"}")));
        try {
            List<Check> checks = checks(server.getAddress().getPort());
            assertThat(checks)
                    .extracting(Check::name)
                    .containsExactly("API server", "KubeRay", "permissions", "quota", "fields", "image");
            assertThat(checks.get(3).isOk()).isTrue();
            assertThat(checks.get(3).found()).contains("not allowed to look", "list resourcequotas");
            assertThat(checks.get(4).isOk()).isFalse();
            assertThat(checks.get(4).found())
                    .contains("older than 1.6")
                    .contains("do not know spec.deletionStrategy.deletionRules, spec.preRunningDeadlineSeconds;")
                    .contains("kubectl replace -k");
        } finally {
            server.stop(0);
        }
    }
}
