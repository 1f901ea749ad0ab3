package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.ConfigurationException;
import io.eagleray.driver.Submission;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestsTest {
    private static final String VERSION = "0a".repeat(16);
    private static final String IMAGE = "kubebox/ray-java:2.60.0";

    private static Manifests manifests(Map<String, String> variables) {
        KubeOptions options = KubeOptions.of(BackendUri.parse("kuberay://team-a"), variables);
        return new Manifests(options, new ClusterSpecs(options, ManifestsTest.class.getClassLoader()));
    }

    private static RayJob of(String task) {
        return manifests(Map.of("EAGLERAY_IMAGE", IMAGE, "USER", "ada")).rayJob(Submissions.of("run-1", task), VERSION);
    }

    /** {@code -Deagleray.updateGoldens} rewrites what is expected. */
    @ParameterizedTest
    @CsvSource({"everything", "plain", "staying"})
    void theManifestIs(String task) throws IOException {
        String yaml = Serialization.asYaml(of(task));
        if (System.getProperty("eagleray.updateGoldens") != null) {
            Files.writeString(Path.of("src/test/resources/expected/" + task + ".yaml"), yaml);
        }
        try (InputStream in = getClass().getResourceAsStream("/expected/" + task + ".yaml")) {
            assertThat(yaml).isEqualTo(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        RayJob job = of("everything");
        RayJob read = Serialization.unmarshal(Serialization.asYaml(job), RayJob.class);
        assertThat(read.getSpec()).isEqualTo(job.getSpec());
        assertThat(read.getMetadata()).isEqualTo(job.getMetadata());
    }

    @Test
    void anotherCallUnderTheSameIdIsAnother() {
        Submission one = Submissions.of("run-1", "plain");
        Submission other = new Submission("run-1", one.spec(), new byte[] {9}, Optional.empty(), Map.of(), Map.of());
        assertThat(Manifests.digest(one)).isNotEqualTo(Manifests.digest(other));
        assertThat(Manifests.digest(one)).isEqualTo(Manifests.digest(Submissions.of("run-1", "plain")));
    }

    @Test
    void thereIsNoDeadlineForATaskWithoutATimeout() {
        assertThat(of("plain").getSpec().activeDeadlineSeconds()).isNull();
    }

    @Test
    void theDeadlineHasRoomForEachAttempt() {
        assertThat(of("everything").getSpec().activeDeadlineSeconds())
                .isEqualTo((int) Duration.ofMinutes(3 * 10 + 10).plusSeconds(30).toSeconds());
    }

    @Test
    void withoutAnImageNothingIsMade() {
        assertThatThrownBy(() -> manifests(Map.of()).rayJob(Submissions.of("run-1", "plain"), VERSION))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no image is named for the pods of head")
                .hasMessageContaining("EAGLERAY_IMAGE")
                .hasMessageContaining("no Java");
    }

    @ParameterizedTest
    @CsvSource({
        "unversioned, set rayVersion of @RayJobConfig",
        "templateless, there is no pod template pods/absent.yaml on the class path",
        "emptyTemplate, the pod template pods/empty.yaml has neither metadata nor spec",
        "brokenTemplate, the pod template pods/broken.yaml is no YAML",
    })
    void whatATaskSaysWrongIsSaid(String task, String message) {
        assertThatThrownBy(() -> of(task))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example:5000/team/ray-java:2.60.0-jdk17, 2.60.0",
        "team/etl-1.4.0:2.60.0, 2.60.0",
        "ray:v2.51.1, 2.51.1",
        "ray:nightly, is not known",
        "team/etl:1.4.0, Ray 1.4.0 is too old",
        "team/etl-2.60.0, is not known",
        "team:5000/etl, is not known",
    })
    void theTagTellsTheVersion(String image, String expected) {
        Manifests manifests = manifests(Map.of("EAGLERAY_IMAGE", image));
        if (expected.matches("[\\d.]+")) {
            RayCluster.Spec cluster = manifests
                    .rayJob(Submissions.of("run-1", "plain"), VERSION)
                    .getSpec()
                    .rayClusterSpec();
            assertThat(cluster.rayVersion()).isEqualTo(expected);
            assertThat(cluster.authOptions() != null).isEqualTo(expected.equals("2.60.0"));
        } else {
            assertThatThrownBy(() -> manifests.rayJob(Submissions.of("run-1", "plain"), VERSION))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(expected)
                    .hasMessageContaining("set rayVersion of @RayJobConfig");
        }
    }
}
