package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.BackendProvider;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.Check;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Eagleray;
import io.eagleray.client.SubmitOptions;
import io.eagleray.kuberay.KubeRayNamespace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** Two teams in two namespaces, each with the least Role in its own. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
final class KubeRayTenants {

    private KubeNamespace ours;
    private KubeNamespace theirs;

    @SuppressWarnings("NullAway.Init") // made before the first test
    KubeRayTenants() {}

    @BeforeAll
    void create() throws IOException {
        ours = KubeNamespace.create();
        theirs = KubeNamespace.create();
    }

    @AfterAll
    void end() {
        ours.close();
        theirs.close();
    }

    @Test
    void theOneDoesNotSeeOrDisturbTheOther() {
        Map<String, String> variables = ours.variables();
        try (Eagleray eagleray = Eagleray.builder()
                        .backend(theirs.uri())
                        .variables(variables)
                        .connect();
                KubeRayNamespace namespace = KubeRayNamespace.open(BackendUri.parse(theirs.uri()), variables)) {
            refused("list", eagleray::executions);
            refused("read", () -> eagleray.attach("theirs-1", ClusteredTasks.alone));
            refused(
                    "create",
                    () -> eagleray.submit(
                            ClusteredTasks.alone(1, 0), SubmitOptions.defaults().withId("theirs-1")));
            refused("list", namespace::collectGarbage);
        }
        assertThat(theirs.made()).isEmpty();
    }

    private static void refused(String verb, ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot " + verb)
                .hasMessageContaining("forbidden")
                .hasMessageContaining("docs/kuberay-role.yaml");
    }

    private static List<Check> checks(String uri, Map<String, String> variables) throws InterruptedException {
        BackendUri backend = BackendUri.parse(uri);
        return BackendProvider.of(backend).checks(backend, variables);
    }

    @Test
    void theDoctorFindsAllWell() throws InterruptedException {
        assertThat(checks(ours.uri(), ours.variables()))
                .allMatch(Check::isOk)
                .extracting(Check::name)
                .containsExactly("API server", "KubeRay", "permissions", "quota", "fields", "operator", "image");
        assertThat(found("quota", ours)).contains("not allowed to look");
        assertThat(ours.made()).isEmpty();
    }

    private static String found(String name, KubeNamespace namespace) throws InterruptedException {
        return checks(namespace.uri(), namespace.variables()).stream()
                .filter(check -> check.name().equals(name))
                .map(Check::found)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDoctorSaysWhatAQuotaLeaves() throws IOException {
        try (KubeNamespace limited = KubeNamespace.create()) {
            limited.allow("list", "resourcequotas");
            limited.limitPods(3);
            awaitQuota(limited, "left: 3 of 3 pods (ResourceQuota few)");
            limited.unlimitPods();
            limited.limitPods(0);
            awaitQuota(limited, "nothing is left of pods (ResourceQuota few): all 0 are used");
            assertThat(limited.made()).isEmpty();
        }
    }

    /** Kubernetes counts a little later. */
    private static void awaitQuota(KubeNamespace namespace, String text) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(found("quota", namespace)).contains(text));
    }

    @Test
    void theDoctorNamesEachPermissionThatIsMissing() throws InterruptedException {
        List<Check> checks = checks(theirs.uri(), ours.variables());
        assertThat(checks)
                .filteredOn(check -> !check.isOk())
                .singleElement()
                .satisfies(check -> assertThat(check.found())
                        .contains("not allowed in the namespace " + theirs.uri().substring("kuberay://".length()))
                        .contains("create rayjobs.ray.io")
                        .contains("get pods/portforward")
                        .contains("docs/kuberay-role.yaml"));
        assertThat(theirs.made()).isEmpty();
    }
}
