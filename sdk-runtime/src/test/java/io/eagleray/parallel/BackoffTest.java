package io.eagleray.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    @Test
    void eachWaitIsUpToTwiceTheLastAndBounded() {
        for (int i = 0; i < 100; i++) {
            assertThat(Backoff.after(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
            assertThat(Backoff.after(2)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
            assertThat(Backoff.after(1_000_000)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
        }
    }
}
