package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ENDED = "endTime: '2026-01-01T00:10:00Z'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shutdownAfterJobFinishes: true, ttlSecondsAfterFinished: 60 | Complete | SUCCEEDED | 660 | false",
                "shutdownAfterJobFinishes: true, ttlSecondsAfterFinished: 60 | Complete | SUCCEEDED | 661 | true",
                "shutdownAfterJobFinishes: true | Failed | FAILED | 601 | true",
                "shutdownAfterJobFinishes: false | Complete | SUCCEEDED | 999999 | false",
                "entrypoint: a, deletionStrategy: {deletionRules: []} | Complete | STOPPED | 599 | false",
                "entrypoint: a, deletionStrategy: {deletionRules: []} | Complete | STOPPED | 601 | true",
                "entrypoint: a, jobId: b, preRunningDeadlineSeconds: 600 | Initializing | '' | 661 | true",
                "entrypoint: a, jobId: b, preRunningDeadlineSeconds: 600 | Running | RUNNING | 999999 | false",
                "preRunningDeadlineSeconds: 600 | Initializing | '' | 660 | false",
                "preRunningDeadlineSeconds: 600 | Initializing | '' | 661 | true",
                "preRunningDeadlineSeconds: 600, jobId: a | Running | RUNNING | 999999 | false",
                "preRunningDeadlineSeconds: 600, jobId: a, activeDeadlineSeconds: 900 | Running | RUNNING | 961 | true",
                "jobId: a, activeDeadlineSeconds: 900 | Running | RUNNING | 960 | false",
            })
    void aJobGoesWhenItsTimeIsOver(String spec, String deployment, String ray, long seconds, boolean isOver) {
        String yaml = "metadata: {name: j, creationTimestamp: '" + CREATED + "'}\n" + "spec: {" + spec + "}\n"
                + "status: {jobDeploymentStatus: " + deployment
                + ", jobStatus: '"
                + ray + "', " + ENDED + "}\n";
        assertThat(Expiry.of(Serialization.unmarshal(yaml, RayJob.class), CREATED.plusSeconds(seconds)))
                .matches(reason -> reason.isPresent() == isOver);
    }
}
