package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.Eagleray;
import io.eagleray.testing.Shapes.Both;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Remote functions of two shapes on one real Ray: neither waits for the end of the other. */
@Timeout(180)
final class SharedCpusIT {
    private static final int MANY = 600;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aShapeThatComesLaterIsGivenItsTurn(int cpus) {
        try (Eagleray eagleray = Eagleray.connect("local?ray=2.60.0&cpus=" + cpus)) {
            Both both = eagleray.run(ShapesTasks.both(MANY, 5));
            assertThat(both.slowResults()).isEqualTo(MANY);
            assertThat(both.slowWaiting()).isPositive();
        }
    }
}
