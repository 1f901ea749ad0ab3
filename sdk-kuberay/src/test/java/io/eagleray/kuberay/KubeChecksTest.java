package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.backend.BackendUri;
import io.eagleray.backend.Check;
import io.eagleray.kuberay.ScriptedServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a real API server with KubeRay cannot be made to do: to be away, or to have no KubeRay. */
@Timeout(60)
class KubeChecksTest {
    private static final Answer VERSION =
            new Answer(200, "{\"gitVersion\":\"v1.36.4\",\"buildDate\":\"2026-01-01T00:00:00Z\"}");

    @TempDir
    private Path folder;

    private static List<Check> checks(Map<String, String> variables) throws InterruptedException {
        return new KubeRayProvider().checks(BackendUri.parse("kuberay://team-a"), variables);
    }

    /** A server that knows what the path says, and answers all else with {@code {}}. */
    private static ScriptedServer serve(Map<String, Answer> answers) throws IOException {
        return ScriptedServer.start(path -> answers.getOrDefault(path, new Answer(404, "{}")));
    }

    @Test
    void aServerWithoutKubeRayIsSaidWithTheCommandThatInstallsIt() throws IOException, InterruptedException {
        try (ScriptedServer server = serve(Map.of("/version", VERSION))) {
            List<Check> checks = checks(server.variables(folder));
            assertThat(checks.get(0).found()).startsWith("Kubernetes v1.36.4 at http://127.0.0.1:");
            assertThat(checks.get(1).isOk()).isFalse();
            assertThat(checks.get(1).found())
                    .contains("does not know RayJobs")
                    .contains("helm install kuberay-operator");
            assertThat(checks).extracting(Check::name).containsExactly("API server", "KubeRay", "image");
            assertThat(checks.toString()).doesNotContain("very-secret");
        }
    }

    @Test
    void definitionsThatAreTooOldAreSaidWithWhatTheyMiss() throws IOException, InterruptedException {
        try (ScriptedServer server = serve(Map.of(
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
                                + " \\\"spec.preRunningDeadlineSeconds\\\"\"}")))) {
            List<Check> checks = checks(server.variables(folder));
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
        }
    }
}
