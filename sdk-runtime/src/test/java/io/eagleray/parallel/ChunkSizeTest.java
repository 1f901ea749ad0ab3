package io.eagleray.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChunkSizeTest {
    private static final int WORKERS = 2;

    @Test
    void beginsWithAFewOfWhichNothingIsKnown() {
        assertThat(new ChunkSize().next(10_000, 0, WORKERS)).isEqualTo(16);
        assertThat(new ChunkSize().next(3, 0, WORKERS)).isEqualTo(1);
        assertThat(new ChunkSize().next(1, 0, 0)).isEqualTo(1);
    }

    @Test
    void dividesTinyCallsBetweenTheWorkersAndNoFurther() {
        assertThat(chunks(10_000, 250)).containsExactly(5_000, 5_000);
        assertThat(chunks(2_000, 250)).containsExactly(2_000);
    }

    @Test
    void leavesToAWorkerThatIsSoonDoneWhatItWillHaveTimeFor() {
        ChunkSize size = new ChunkSize();
        size.measured(1_000, 250_000);
        assertThat(size.next(5_600, 1_900, WORKERS)).isEqualTo(3_750);
    }

    @Test
    void givesLongCallsOneByOneAtTheEnd() {
        List<Integer> chunks = chunks(100, 10_000_000);
        assertThat(chunks.get(0)).isEqualTo(10); // 100 ms
        assertThat(chunks).endsWith(1, 1, 1);
    }

    @Test
    void givesLessAndLessOfWhatTakesAWhile() {
        List<Integer> chunks = chunks(1_000, 20_000); // 20 ms
        assertThat(chunks).startsWith(250, 188).endsWith(100, 15);
        assertThat(chunks).isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void aFirstCallThatIsSlowIsForgotten() {
        ChunkSize size = new ChunkSize();
        size.measured(1, 50_000_000); // loads classes
        assertThat(size.next(10_000, 0, WORKERS)).isEqualTo(2);
        size.measured(1_000, 250_000);
        for (int i = 0; i < 20; i++) {
            size.measured(16, 4_000);
        }
        assertThat(size.next(10_000, 0, WORKERS)).isGreaterThan(4_000);
    }

    @Test
    void isPatientAsLongAsItExpects() {
        ChunkSize size = new ChunkSize();
        assertThat(size.patience(16)).hasMillis(250);
        size.measured(1_000, 1_000_000);
        assertThat(size.patience(10)).hasMillis(25);
        assertThat(size.patience(10_000)).hasMillis(100);
        assertThat(size.patience(1_000_000)).hasMillis(250);
    }

    /** How calls are divided that take so long each. */
    private static List<Integer> chunks(int count, long nanos) {
        ChunkSize size = new ChunkSize();
        size.measured(1_000, 1_000 * nanos);
        List<Integer> chunks = new ArrayList<>();
        int running = 0;
        for (int waiting = count; waiting > 0; waiting -= running) {
            running = size.next(waiting, running, WORKERS);
            chunks.add(running);
        }
        return chunks;
    }
}
