package io.eagleray.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "2, 2",
        "+2, 2",
        "-1, -1",
        ".5, 0.5",
        "1., 1",
        "500m, 0.5",
        "100n, 0.0000001",
        "5u, 0.000005",
        "1k, 1000",
        "1.5G, 1500000000",
        "1Ki, 1024",
        "4Gi, 4294967296",
        "1Ei, 1152921504606846976",
        "1E, 1000000000000000000",
        "1e3, 1000",
        "1E3, 1000",
        "1E-3, 0.001"
    })
    void areNumbersWithASuffix(String text, BigDecimal amount) {
        assertThat(Quantities.parse(text))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo(amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "two",
                "1 Gi",
                "1gi",
                "1K",
                "1mi",
                "1,5",
                ".",
                "m",
                "1e",
                "1e999999999",
                "--1",
                "0x10",
                "1Gi ",
                "NaN"
            })
    void areNothingElse(String text) {
        assertThat(Quantities.parse(text)).isEmpty();
    }
}
