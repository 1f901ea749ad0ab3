package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.backend.BackendUri;
import io.eagleray.driver.Submission;
import io.eagleray.spec.RayJobSpec.ReuseSpec;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptManifestsTest {
    private static final String IMAGE = "ray:2.60.0";

    private static RayJob of(String task, String user, int generation) {
        return of(task, user, generation, new ReuseSpec("of-the-uri", Optional.empty()));
    }

    private static RayJob of(String task, String user, int generation, ReuseSpec else_) {
        KubeOptions options = KubeOptions.of(
                BackendUri.parse("kuberay://team-a?startTimeout=" + generation + "m"),
                Map.of("USER", user, "EAGLERAY_IMAGE", IMAGE));
        KeptManifests manifests =
                new KeptManifests(options, new ClusterSpecs(options, KeptManifestsTest.class.getClassLoader()));
        Submission submission = Submissions.of("run-1", task);
        KeptManifests.Wanted wanted = manifests.wanted(
                submission.spec(), options.reuse(submission.spec()).orElse(else_));
        return manifests.rayJob(wanted, submission.spec(), generation);
    }

    private static String name(RayJob job) {
        return job.getMetadata().getName();
    }

    @Test
    void theOperatorSubmitsAJanitorAndRemovesAllAfterIt() {
        RayJob.Spec spec = of("sharing", "ada", 1).getSpec();
        assertThat(spec.submissionMode()).isEqualTo("HTTPMode");
        assertThat(spec.jobId()).isEqualTo(Janitor.ID);
        assertThat(spec.entrypoint()).startsWith("exec python3 -u -c '").endsWith("' 7200 120 15");
        assertThat(spec.preRunningDeadlineSeconds()).isEqualTo(90);
        assertThat(spec.deletionStrategy()).isEqualTo(RayJob.DeletionStrategy.ALL_AT_END);
        assertThat(spec.rayClusterSpec()
                        .headGroupSpec()
                        .template()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getEnv())
                .contains(new EnvVar("RAY_JOB_START_TIMEOUT_SECONDS", "86400", null));
    }

    @Test
    void whoSharesItHasTheSameName() {
        RayJob one = of("sharing", "ada", 1);
        assertThat(name(one)).matches("nightly-[0-9a-f]{10}-1");
        assertThat(name(of("sharingToo", "grace", 1))).isEqualTo(name(one));
        assertThat(name(of("sharing", "ada", 2))).isEqualTo(name(one).replaceAll("1$", "2"));
        assertThat(one.getMetadata().getLabels())
                .containsEntry(Labels.REUSE, "nightly")
                .containsEntry(Labels.OWNER, "ada")
                .containsEntry("cost-center", "17")
                .doesNotContainKey(Labels.EXECUTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sharingLonger", "sharingMore"})
    void anotherConfigurationHasAnother(String task) {
        assertThat(name(of(task, "ada", 1))).startsWith("nightly-").isNotEqualTo(name(of("sharing", "ada", 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1st", "a23456789-123456789-123456789-123456789-123456789-123456789-123"})
    void everyNameCanBeOne(String reuse) {
        RayJob first = of("plain", "ada", 1, new ReuseSpec(reuse, Optional.of(Duration.ofMillis(1))));
        RayJob second = of("plain", "ada", 2, new ReuseSpec(reuse, Optional.of(Duration.ofMillis(1))));
        assertThat(name(first)).hasSizeLessThanOrEqualTo(JobName.LONGEST).matches("[a-z]([-a-z0-9]*[a-z0-9])?");
        assertThat(name(first)).isNotEqualTo(name(second));
        assertThat(first.getSpec().entrypoint()).endsWith("' 1 120 15");
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        RayJob job = of("sharing", "ada", 3);
        RayJob read = Serialization.unmarshal(Serialization.asYaml(job), RayJob.class);
        assertThat(read.getSpec()).isEqualTo(job.getSpec());
        KeptCluster cluster = new KeptCluster(read);
        assertThat(cluster.generation()).isEqualTo(3);
        assertThat(cluster.name()).isEqualTo("nightly");
        assertThat(cluster.isThere()).isTrue();
    }
}
