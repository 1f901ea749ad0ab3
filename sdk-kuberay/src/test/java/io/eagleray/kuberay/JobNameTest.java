package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobNameTest {

    @Test
    void anIdThatCanBeANameIsOne() {
        assertThat(JobName.of("squares-squares-abcdefghjk")).isEqualTo("squares-squares-abcdefghjk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upper",
                "42",
                "a.b_c",
                "a-",
                "-",
                "x",
                "0123456789012345678901234567890123456789012345678901234567890az",
                "a123456789012345678901234567890123456789012345-78901234567890az"
            })
    void everyIdGivesAName(String id) {
        assertThat(JobName.of(id)).hasSizeLessThanOrEqualTo(JobName.LONGEST).matches("[a-z]([-a-z0-9]*[a-z0-9])?");
    }

    @Test
    void differentIdsGiveDifferentNames() {
        assertThat(JobName.of("A")).isNotEqualTo(JobName.of("a")).isEqualTo(JobName.of("A"));
        assertThat(JobName.of("a.b")).isNotEqualTo(JobName.of("a_b"));
    }
}
