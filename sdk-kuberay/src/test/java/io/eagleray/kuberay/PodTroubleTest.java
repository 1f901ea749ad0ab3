package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodTroubleTest {

    private static Pod pod(String status) {
        return Serialization.unmarshal("metadata: {name: p}\nstatus: " + status, Pod.class);
    }

    private static Pod waiting(String reason, String message) {
        return pod("{phase: Pending, containerStatuses: [{name: ray-head, image: 'i:1', state: {waiting: {reason: "
                + reason + ", message: '" + message + "'}}}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "ErrImagePull, true, its image i:1 cannot be pulled (ErrImagePull: why)",
        "ImagePullBackOff, false, its image i:1 cannot be pulled (ImagePullBackOff: why)",
        "InvalidImageName, false, its image i:1 cannot be pulled",
        "CreateContainerConfigError, false, cannot be made (CreateContainerConfigError: why)",
        "CrashLoopBackOff, false, ends again and again",
    })
    void theReasonOfAContainerIsSaid(String reason, boolean heals, String message) {
        assertThat(PodTrouble.of(waiting(reason, "why"))).hasValueSatisfying(trouble -> {
            assertThat(trouble.reason()).startsWith("pod p, container ray-head").contains(message);
            assertThat(trouble.heals()).isEqualTo(heals);
        });
    }

    @Test
    void whatIsOnItsWayIsNoTrouble() {
        assertThat(PodTrouble.of(waiting("ContainerCreating", ""))).isEmpty();
        assertThat(PodTrouble.of(waiting("PodInitializing", ""))).isEmpty();
        assertThat(PodTrouble.of(pod("{phase: Running, conditions: [{type: Ready, status: 'True'}]}")))
                .isEmpty();
        assertThat(PodTrouble.of(pod("{phase: Pending, initContainerStatuses: [{name: i, state: {terminated:"
                        + " {exitCode: 0, reason: Completed}}}]}")))
                .isEmpty();
    }

    @Test
    void aPodWithoutANodeMayGetOne() {
        PodTrouble trouble = PodTrouble.of(pod("{phase: Pending, conditions: [{type: PodScheduled, status: 'False',"
                        + " reason: Unschedulable, message: '0/1 nodes are available: 1 Insufficient cpu.'}]}"))
                .orElseThrow();
        assertThat(trouble)
                .isEqualTo(new PodTrouble(
                        "pod p has no node yet (Unschedulable: 0/1 nodes are available: 1 Insufficient cpu.)", true));
    }

    @Test
    void aPodThatIsEvictedHasFailed() {
        PodTrouble trouble = PodTrouble.of(
                        pod("{phase: Failed, reason: Evicted, message: \"The node was low\\non memory.\"}"))
                .orElseThrow();
        assertThat(trouble).isEqualTo(new PodTrouble("pod p has failed (Evicted: The node was low on memory.)", false));
    }

    @Test
    void aContainerThatEndedSaysHow() {
        PodTrouble trouble = PodTrouble.of(pod("{phase: Running, containerStatuses: [{name: ray-head, image: i, state:"
                        + " {terminated: {exitCode: 137, reason: OOMKilled}}}]}"))
                .orElseThrow();
        assertThat(trouble)
                .isEqualTo(new PodTrouble("pod p, container ray-head has ended (exit code 137, OOMKilled)", true));
    }
}
