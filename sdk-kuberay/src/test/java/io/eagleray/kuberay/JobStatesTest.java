package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobStatesTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', PROVISIONING",
        "Initializing, '', PROVISIONING",
        "Waiting, '', PROVISIONING",
        "Running, PENDING, PENDING",
        "Running, RUNNING, RUNNING",
        "Complete, SUCCEEDED, SUCCEEDED",
        "Complete, STOPPED, CANCELLED",
        "Failed, RUNNING, FAILED",
        "Failed, FAILED, FAILED",
        "ValidationFailed, '', FAILED",
        "Suspended, '', PENDING",
        "Unheard, '', PROVISIONING",
    })
    void bothStatesTogetherTell(String deployment, String ray, State state) {
        assertThat(JobStates.state(new RayJob.Status(deployment, ray, null, null, null, null)))
                .isEqualTo(state);
    }

    @Test
    void withoutAStatusItIsBeingMade() {
        assertThat(JobStates.state(null)).isEqualTo(State.PROVISIONING);
    }
}
