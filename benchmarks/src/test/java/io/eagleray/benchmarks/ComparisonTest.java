package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void ratiosAreOfRunsThatWereMadeTogether() {
        Series slow = series(100, 300, 200);
        assertThat(series(50, 60, 50).over(slow).spread()).isEqualTo(new Spread(0.2, 0.25, 0.5));
        assertThatThrownBy(() -> series(1).over(slow)).hasMessageContaining("1 runs cannot be paired with 3");
        assertThatThrownBy(() -> series()).hasMessageContaining("without a run");
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddle() {
        assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(1, 2.5, 4));
    }

    @Test
    void aBarThatHoldsAndOneThatIsMissed() {
        assertThat(compare(1e6)).isTrue();
        assertThat(said()).contains("at most 1000000.000: holds");
        assertThat(compare(1e-6)).isFalse();
        assertThat(said()).contains("at most 0.000: MISSED");
    }

    @Test
    void bothRunOnceMoreThanIsCountedAndInTurns() {
        compare(1);
        assertThat(folder.resolve("runs")).content().isEqualTo("peer ours peer ours ours peer peer ours ");
    }

    private boolean compare(double bar) {
        return new Comparison("to append", step("peer"), step("ours"), new Bar.AtMost(bar))
                .run(new Rounds(1, 3), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private Comparison.Step step(String name) {
        return new Comparison.Step(
                name, Command.of(folder, folder.resolve("out"), "sh", "-c", "printf '%s ' " + name + " >> runs"));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Series series(long... millis) {
        return new Series(Arrays.stream(millis).mapToObj(Duration::ofMillis).toList());
    }
}
