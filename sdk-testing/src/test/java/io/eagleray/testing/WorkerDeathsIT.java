package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eagleray.client.Eagleray;
import io.eagleray.testing.Deaths.Hoard;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a map whose workers die, run out of memory or never come back: on a real Ray, where they can. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
final class WorkerDeathsIT {
    private final Eagleray eagleray;

    @TempDir
    Path marks;

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

    @ParameterizedTest
    @EnumSource(names = {"FREED", "LEAKED"})
    void anExhaustedHeapIsThatItemsErrorAndTheEndOfItsWorker(Hoard hoard) {
        List<String> outcomes =
                eagleray.run(DeathsTasks.hoards(List.of(Hoard.NOTHING, hoard, Hoard.NOTHING), marks.toString()));
        assertThat(outcomes.get(0)).isEqualTo("0");
        assertThat(outcomes.get(1))
                .startsWith("java.lang.OutOfMemoryError: Java heap space: the heap of this process")
                .contains("247 MiB")
                .contains("give a worker more with memory in @Remote");
        assertThat(outcomes.get(2)).isEqualTo("0");
        assertThat(Marks.all(marks)).hasSize(1).allSatisfy(WorkerDeathsIT::awaitEnd);
    }

    private static void awaitEnd(String pid) {
        await().until(() -> ProcessHandle.of(Long.parseLong(pid)).isEmpty());
    }
}
