package io.eagleray.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "2, 2",
        "500m, 0.5",
        "1u, 0.000001",
        "1k, 1000",
        "2Ki, 2048",
        "4Gi, 4294967296",
        "1.5Gi, 1610612736",
        "1e3, 1000",
        "1E2, 100",
        "1E, 1000000000000000000",
        "+1, 1",
        "-1, -1",
        ".5, 0.5",
        "12e-1, 1.2"
    })
    void isReadAsKubernetesReadsIt(String text, BigDecimal value) {
        assertThat(Quantity.parse(text).value()).isEqualByComparingTo(value);
        assertThat(Quantity.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1 Gi", "GB", "1GB", "1gi", "0x1", "1,5", "one", "1e9999", "--1", "1.2.3"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Quantity.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining("512Mi");
    }
}
