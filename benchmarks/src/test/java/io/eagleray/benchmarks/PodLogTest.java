package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PodLogTest {
    @Test
    void whatGoesOnBesideAnotherCountsOnce() {
        PodLog log = PodLog.of("""
                2026-11-28 something else
                eagleray: at 100.000: this process began
                eagleray: at 100.100: transfers begin
                eagleray: at 100.300: transfers end
                eagleray: at 100.350: transfers begin
                eagleray: at 100.400: Ray.init begins
                eagleray: at 100.900: transfers end
                eagleray: at 101.400: Ray.init ends
                eagleray: at 101.450: transfers begin
                eagleray: at 101.450: transfers end
                eagleray: at 101.500: it is stored
                """);
        assertThat(log).isEqualTo(new PodLog(Duration.ofMillis(1_500), Duration.ofSeconds(1), Duration.ofMillis(250)));
    }

    @Test
    void whatIsNotToldIsNotGuessed() {
        assertThatThrownBy(() -> PodLog.of("eagleray: at 100.000: this process began\n"))
                .hasMessageContaining("it is stored");
    }
}
