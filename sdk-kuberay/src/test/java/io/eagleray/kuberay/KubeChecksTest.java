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

    @Test
    void aServerWithoutKubeRayIsSaidWithTheCommandThatInstallsIt() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean isVersion = exchange.getRequestURI().getPath().equals("/version");
            byte[] body = (isVersion ? "{\"gitVersion\":\"v1.36.4\",\"buildDate\":\"2026-01-01T00:00:00Z\"}" : "{}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(isVersion ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
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
}
