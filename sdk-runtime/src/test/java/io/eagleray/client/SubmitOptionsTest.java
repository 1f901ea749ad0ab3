package io.eagleray.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SubmitOptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a/b",
                "-a",
                "a-",
                "a b",
                "ü",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void refusesIdsThatABackendCouldNotUse(String id) {
        assertThatThrownBy(() -> SubmitOptions.defaults().withId(id))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"" + id + "\"")
                .hasMessageContaining("1 to 63");
    }

    @Test
    void refusesTimeoutsThatAreNotPositive() {
        assertThatThrownBy(() -> SubmitOptions.defaults().withTimeout(Duration.ZERO))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("PT0S");
    }

    @Test
    void idsThatAreMadeAreUsableAndDiffer() {
        String id = ExecutionIds.next("Squares.squares");
        assertThat(id)
                .startsWith("squares-squares-")
                .matches("[a-z][-a-z0-9]*[a-z0-9]")
                .hasSizeLessThan(47);
        assertThat(ExecutionIds.next("Squares.squares")).isNotEqualTo(id);
        assertThat(ExecutionIds.next("_1.ÄÖ")).matches("task-[a-z0-9]+");
        assertThat(SubmitOptions.defaults().withId(id).id()).contains(id);
    }
}
