package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.client.Outcome;
import io.eagleray.client.TaskFailedException;
import io.eagleray.client.WorkerDiedException;
import io.eagleray.testing.Deaths.Hoard;
import io.eagleray.testing.Deaths.Mortal;
import io.eagleray.testing.Deaths.Way;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a map whose workers die, run out of memory or never come back: on a real Ray, where they can. */
@Tag("any-jdk")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
final class WorkerDeathsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

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

    @ParameterizedTest
    @EnumSource(names = {"EXIT", "HALT", "SIGKILL"})
    void whatEndsItsWorkerOnceIsRepeated(Way way) {
        List<Mortal> mortals = List.of(Mortal.immortal(0), new Mortal(1, way, 1, 0), Mortal.immortal(2));
        assertThat(eagleray.run(DeathsTasks.liveAll(mortals, marks.toString()))).containsExactly(0, 1, 2);
        assertThat(Marks.count(marks, "1")).isEqualTo(2);
    }

    @Test
    void whatEndsItsWorkersAgainAndAgainIsNamedWithoutItsInput() {
        List<Mortal> mortals = List.of(Mortal.immortal(0), new Mortal(1, Way.EXIT, 99, 0), Mortal.immortal(2));
        TaskFailedException failure = catchThrowableOfType(
                TaskFailedException.class, () -> eagleray.run(DeathsTasks.liveAll(mortals, marks.toString())));
        assertThat(failure)
                .hasMessageContaining("Deaths#live [item 1 of 3] ended its worker 3 times")
                .hasMessageContaining("called with (mortal: Mortal, marks: String of ")
                .hasMessageContaining("System.exit")
                .hasMessageNotContaining(marks.toString());
        assertThat(failure).cause().cause().isInstanceOf(WorkerDiedException.class);
        assertThat(Marks.count(marks, "1")).isEqualTo(3);
    }

    @Test
    void theOthersOfAnItemThatEndsItsWorkersEnd() {
        List<Mortal> mortals = new ArrayList<>(
                IntStream.range(0, 20).mapToObj(Mortal::immortal).toList());
        mortals.set(7, new Mortal(7, Way.HALT, 99, 0));
        List<String> outcomes = new ArrayList<>(eagleray.run(DeathsTasks.liveEach(mortals, marks.toString())));
        assertThat(outcomes.remove(7)).contains("item 7 of 20", "ended its worker 3 times");
        assertThat(outcomes)
                .isEqualTo(IntStream.range(0, 20)
                        .filter(i -> i != 7)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Test
    void whatHasArrivedIsNotRunAgain() {
        List<Mortal> mortals = new ArrayList<>(
                IntStream.range(0, 20).mapToObj(Mortal::immortal).toList());
        mortals.set(7, new Mortal(7, Way.SIGKILL, 1, 2_000));
        assertThat(eagleray.run(DeathsTasks.liveAll(mortals, marks.toString()))).hasSize(20);
        for (int i = 0; i < 20; i++) {
            assertThat(Marks.count(marks, String.valueOf(i))).isEqualTo(i == 7 ? 2 : 1);
        }
    }

    @Test
    void anEndlessLoopEndsAtItsTimeoutAndTheOthersKeepTheirResults() {
        List<Mortal> mortals = List.of(Mortal.immortal(0), new Mortal(1, Way.ENDLESS_LOOP, 99, 0), Mortal.immortal(2));
        List<String> outcomes = eagleray.run(DeathsTasks.liveEachBriefly(mortals, marks.toString()));
        assertThat(outcomes.get(0)).isEqualTo("0");
        assertThat(outcomes.get(1))
                .contains("TaskTimeoutException", "Deaths#liveBriefly took longer than its timeout of PT1S")
                .contains("raise timeout in @Remote");
        assertThat(outcomes.get(2)).isEqualTo("2");
        assertThat(Marks.count(marks, "1")).isEqualTo(1);
    }

    @Test
    void anEndlessLoopDoesNotOutliveTheTaskThatWantedIt() {
        List<Mortal> mortals = List.of(Mortal.immortal(0), new Mortal(1, Way.ENDLESS_LOOP, 99, 0));
        Execution<List<Integer>> execution = eagleray.submit(DeathsTasks.liveAll(mortals, marks.toString()));
        await().atMost(PATIENCE).until(() -> Marks.count(marks, "1") == 1);
        execution.cancel();
        assertThat(execution.outcome(PATIENCE)).isInstanceOf(Outcome.Cancelled.class);
    }

    @AfterEach
    void theNextMapWorks() {
        assertThat(eagleray.run(
                        DeathsTasks.liveAll(List.of(Mortal.immortal(100), Mortal.immortal(101)), marks.toString())))
                .containsExactly(100, 101);
    }

    private static void awaitEnd(String pid) {
        await().atMost(PATIENCE)
                .until(() -> ProcessHandle.of(Long.parseLong(pid)).isEmpty());
    }
}
