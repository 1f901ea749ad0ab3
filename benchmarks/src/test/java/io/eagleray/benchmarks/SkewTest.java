package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SkewTest {
    @Test
    void itemsAreTheSameEachTimeWithAMeanOfFiveMillisecondsAndAFarLongest() {
        assertThat(Skew.items()).hasSize(2_000).isEqualTo(Skew.items());
        double mean = Skew.items().stream().mapToLong(Long::longValue).average().orElseThrow();
        assertThat(mean).isCloseTo(5e6, Percentage.withPercentage(10));
        assertThat(Skew.items()).anySatisfy(item -> assertThat(item).isGreaterThan(50_000_000));
    }
}
