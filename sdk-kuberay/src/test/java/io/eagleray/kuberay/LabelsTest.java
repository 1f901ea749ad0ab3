package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import io.eagleray.driver.Submission;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {

    @Test
    void anExecutionIsFoundByItsLabels() {
        assertThat(Labels.of(Submissions.of("e-1", "everything"), "0a1b", "jürgen@example"))
                .containsEntry("app.kubernetes.io/managed-by", "eagleray")
                .containsEntry("eagleray.io/execution", "e-1")
                .containsEntry("eagleray.io/task", "Fleet.everything")
                .containsEntry("eagleray.io/version", "0a1b")
                .containsEntry("team", "blue")
                .hasEntrySatisfying(
                        "eagleray.io/owner", owner -> assertThat(owner).matches("j-rgen-example-[0-9a-f]{10}"));
    }

    @Test
    void theUserDoesNotTakeThemAway() {
        Submission plain = Submissions.of("e-1", "plain");
        Submission disguised = new Submission(
                "e-1", plain.spec(), plain.call(), plain.timeout(), Map.of("eagleray.io/execution", "other"), Map.of());
        assertThat(Labels.of(disguised, "0a1b", "me")).containsEntry("eagleray.io/execution", "e-1");
    }

    @Test
    void whatKubernetesDoesNotTakeIsSaid() {
        Submission plain = Submissions.of("e-1", "plain");
        Submission spaced = new Submission(
                "e-1", plain.spec(), plain.call(), plain.timeout(), Map.of("who", "two words"), Map.of());
        assertThatThrownBy(() -> Labels.of(spaced, "0a1b", "me"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Fleet.plain")
                .hasMessageContaining("two words")
                .hasMessageContaining("write at most 63");
    }

    @Test
    void everyNameGivesAValue() {
        for (String name : new String[] {"田中", "_x", "x-", "", "a b"}) {
            assertThat(Labels.value(name)).matches("([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");
        }
    }

    @Test
    void aLongNameKeepsItsBeginning() {
        assertThat(Labels.value("x".repeat(100))).hasSizeLessThanOrEqualTo(63).startsWith("xxxxx");
    }
}
