package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.Eagleray;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** What becomes of a map whose workers die, run out of memory or never come back: on a real Ray, where they can. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
final class WorkerDeathsIT {
    private final Eagleray eagleray;

    WorkerDeathsIT() {
        eagleray = Eagleray.connect("local?ray=2.60.0&cpus=2");
    }

    @AfterAll
    void disconnect() {
        eagleray.close();
    }

    @Test
    void memoryOfTheAnnotationIsMostlyHeap() {
        assertThat(eagleray.run(DeathsTasks.heapOfWorker())).isBetween(400L << 20, 450L << 20);
    }
}
