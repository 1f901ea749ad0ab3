package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.BackendUri;
import io.eagleray.bundle.Application;
import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.TaskSpec;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What we refuse, the real operator refuses, too; what the API server keeps of our manifests is all that we say. */
@TestInstance(Lifecycle.PER_CLASS)
final class KubeRayRules {
    private KubernetesClient admin;
    private String namespace;

    @SuppressWarnings("NullAway.Init") // connected before the first test
    KubeRayRules() {}

    @BeforeAll
    void connect() {
        if (System.getenv("KUBECONFIG") == null) {
            throw new IllegalStateException("set KUBECONFIG to a Kubernetes with the KubeRay operator");
        }
        admin = new KubernetesClientBuilder().build();
        namespace = "eagleray-" + UUID.randomUUID().toString().substring(0, 8);
        admin.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
    }

    @AfterAll
    void end() {
        admin.namespaces().withName(namespace).delete();
        admin.close();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("labels", job(false, Map.of("labels", "a=b"), pod("Never", "A"))),
                Arguments.of("redis-username", job(false, Map.of("redis-username", "x"), pod("Never", "A"))),
                Arguments.of("restart-policy", job(true, Map.of(), pod("Always", "A"))),
                Arguments.of("redis-address", job(false, Map.of(), pod("Never", "RAY_REDIS_ADDRESS"))),
                Arguments.of("redis-user", job(false, Map.of(), pod("Never", "REDIS_USERNAME"))),
                Arguments.of("autoscaler-off", job(false, Map.of(), pod("Never", "RAY_enable_autoscaler_v2"))),
                Arguments.of("autoscaler-on", job(true, Map.of(), pod("Never", "RAY_enable_autoscaler_v2"))));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void theOperatorRefusesWhatWeRefuse(String name, RayJob job) {
        assertThatThrownBy(() -> OperatorRules.check("T.t", job)).isInstanceOf(ConfigurationException.class);
        job.setMetadata(
                new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
        admin.resource(job).create();
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            RayJob.Status status =
                    Objects.requireNonNull(admin.resource(job).get().getStatus(), "the operator has not taken it up");
            assertThat(status.jobDeploymentStatus()).as(status.message()).isEqualTo("ValidationFailed");
        });
    }

    /** A field that the CRD does not know would be dropped without a word. */
    @Test
    void theApiServerKeepsAllThatWeSay() {
        Map<String, String> variables = Map.of("USER", "ada");
        KubeOptions options = KubeOptions.of(BackendUri.parse("kuberay://" + namespace), variables);
        RayJob said = new Manifests(
                        options, new ClusterSpecs(options, getClass().getClassLoader()))
                .rayJob(Submissions.of("everything", "everything"), "0a".repeat(16));
        RayJob kept = admin.resource(said).dryRun(true).create();
        RayJob.Spec spec = said.getSpec();
        assertThat(kept.getSpec())
                .isEqualTo(RayJob.Spec.ofOurSubmission(
                        spec.runtimeEnvYAML(),
                        spec.activeDeadlineSeconds(),
                        spec.preRunningDeadlineSeconds(),
                        Boolean.TRUE.equals(spec.shutdownAfterJobFinishes()),
                        spec.ttlSecondsAfterFinished(),
                        spec.rayClusterSpec()));
        assertThat(kept.getMetadata().getLabels()).isEqualTo(said.getMetadata().getLabels());
    }

    @Test
    void soItDoesOfAKeptCluster() {
        KubeOptions options = KubeOptions.of(BackendUri.parse("kuberay://" + namespace), Map.of("USER", "ada"));
        KeptManifests manifests =
                new KeptManifests(options, new ClusterSpecs(options, getClass().getClassLoader()));
        TaskSpec task = Submissions.of("run-1", "sharing").spec();
        RayJob said =
                manifests.rayJob(manifests.wanted(task, options.reuse(task).orElseThrow()), task, 1);
        RayJob kept = admin.resource(said).dryRun(true).create();
        assertThat(kept.getSpec().entrypoint()).isEqualTo(said.getSpec().entrypoint());
        assertThat(kept.getSpec().jobId()).isEqualTo(said.getSpec().jobId());
        assertThat(kept.getSpec().deletionStrategy()).isEqualTo(said.getSpec().deletionStrategy());
        assertThat(kept.getSpec().rayClusterSpec()).isEqualTo(said.getSpec().rayClusterSpec());
    }

    @Test
    void whatIsThereIsComparedWithWhatIsAskedFor() {
        Application application = Application.current();
        Path cache = Path.of("target", "rules-cache");
        BackendUri uri = BackendUri.parse("kuberay://" + namespace);
        try (KubeRayNamespace ours = KubeRayNamespace.open(uri, Map.of("USER", "ada"))) {
            KubeRayNamespace.Code sharing = code("sharing", application, cache);
            assertThat(ours.compare(sharing, "run-1")).isEmpty();
            RayJob there = Serialization.unmarshal(ours.manifest(sharing, "run-1"), RayJob.class);
            admin.resource(there).create();
            String name = there.getMetadata().getName();
            assertThat(ours.dryRun(sharing, "run-1")).contains("name: \"" + name + "\"");
            assertThat(ours.compare(sharing, "run-1")).contains(new KubeRayNamespace.Comparison(name, List.of()));
            KubeRayNamespace.Comparison more = ours.compare(code("sharingMore", application, cache), "run-1")
                    .orElseThrow();
            assertThat(more.rayJob()).isEqualTo(name);
            assertThat(more.differences())
                    .hasSize(2)
                    .anyMatch(line -> line.endsWith("resources.requests.memory: \"1Gi\" becomes \"2Gi\""));
        }
    }

    private static KubeRayNamespace.Code code(String task, Application application, Path cache) {
        return new KubeRayNamespace.Code(Submissions.of("run-1", task).spec(), application, cache);
    }

    private static RayJob job(boolean isAutoscaled, Map<String, String> parameters, PodTemplateSpec pod) {
        RayJob job = new RayJob();
        job.setSpec(RayJob.Spec.ofOurSubmission(
                null,
                null,
                null,
                true,
                0,
                new RayCluster.Spec(
                        "2.60.0",
                        isAutoscaled,
                        isAutoscaled ? new RayCluster.AutoscalerOptions("v2", "Default", null) : null,
                        null,
                        new RayCluster.HeadGroup("ClusterIP", parameters, pod),
                        List.of())));
        return job;
    }

    private static PodTemplateSpec pod(String restartPolicy, String variable) {
        return new PodTemplateSpecBuilder()
                .withNewSpec()
                .withRestartPolicy(restartPolicy)
                .addNewContainer()
                .withName("ray")
                .withImage("ray:2.60.0")
                .addNewEnv()
                .withName(variable)
                .withValue("1")
                .endEnv()
                .endContainer()
                .endSpec()
                .build();
    }
}
