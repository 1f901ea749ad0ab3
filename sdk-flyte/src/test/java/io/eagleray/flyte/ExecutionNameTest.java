package io.eagleray.flyte;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExecutionNameTest {
    @Test
    void keepsWhatFlyteCanHave() {
        assertThat(ExecutionName.of("squares-squares-abc123")).isEqualTo("squares-squares-abc123");
        assertThat(ExecutionName.of("a")).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Squares.1", "9lives", "ends-", "-", "___", "ünïcode"})
    void makesOneOfOthers(String id) {
        assertThat(ExecutionName.of(id))
                .matches("[a-z][a-z0-9-]{0,62}")
                .isEqualTo(ExecutionName.of(id))
                .isNotEqualTo(ExecutionName.of(id + "x"));
    }

    @Test
    void staysShort() {
        assertThat(ExecutionName.of("a".repeat(200))).hasSizeLessThanOrEqualTo(63);
        assertThat(ExecutionName.of("a".repeat(64))).isNotEqualTo(ExecutionName.of("a".repeat(65)));
    }
}
