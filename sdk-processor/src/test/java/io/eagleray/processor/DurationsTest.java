package io.eagleray.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationsTest {

    @ParameterizedTest
    @CsvSource({"90s, PT1M30S", "15m, PT15M", "2h, PT2H", "1d, PT24H", "PT0.5S, PT0.5S", "P1DT1H, PT25H", "0s, PT0S"})
    void areNumbersWithAUnitOrIso(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "90", "90 s", "1h30m", "-5s", "1.5h", "5S", "s", "P1Y", "999999999999999999d", "1w"})
    void areNothingElse(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}
