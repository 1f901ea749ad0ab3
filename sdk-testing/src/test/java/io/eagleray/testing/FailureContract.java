package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.eagleray.call.TaskCall;
import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.client.LogLine;
import io.eagleray.client.Outcome;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.TaskFailedException;
import io.eagleray.client.ValueException;
import io.eagleray.testing.Faults.Fault;
import io.eagleray.testing.Faults.Other;
import io.eagleray.testing.Faults.Value;
import io.eagleray.testing.Strays.Luck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fails on workers, wherever they are: what the caller sees of it, that it ends, and that the next map works. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
abstract class FailureContract {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Eagleray eagleray;

    @TempDir
    Path marks;

    @SuppressWarnings("NullAway.Init") // connected before the first test
    FailureContract() {}

    /** Connects; the folder is there until after the last test. */
    abstract Eagleray connect(Path folder);

    @BeforeAll
    final void connectOnce(@TempDir Path folder) {
        eagleray = connect(folder);
    }

    @AfterAll
    final void disconnect() {
        eagleray.close();
    }

    @AfterEach
    final void theNextMapWorks() {
        assertThat(eagleray.run(StraysTasks.sameAll(List.of(1, 2, 3)))).containsExactly(1, 2, 3);
    }

    final <T> T run(TaskCall<T> call) {
        return eagleray.run(call);
    }

    final TaskFailedException failure(TaskCall<?> call) {
        return catchThrowableOfType(TaskFailedException.class, () -> eagleray.run(call));
    }

    private TaskFailedException failureOf(Fault fault) {
        return failure(FaultsTasks.meetAll(List.of(Fault.NONE, fault)));
    }

    // what is thrown

    @Test
    final void aStackOverflowIsBoundedAndExplained() {
        TaskFailedException failure = failureOf(Fault.ENDLESS_RECURSION);
        assertThat(failure)
                .hasMessageContaining("Faults#meet [item 1 of 2] failed: java.lang.StackOverflowError")
                .hasMessageContaining("does the recursion end?")
                .hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(failure)
                .rootCause()
                .satisfies(overflow -> assertThat(overflow.getStackTrace()).hasSizeBetween(100, 512));
    }

    @Test
    final void theCauseOfAPoisonedClassIsSaidEachTime() {
        List<String> outcomes = eagleray.run(FaultsTasks.meetEach(
                List.of(Fault.POISONED_CLASS, Fault.POISONED_CLASS, Fault.POISONED_CLASS, Fault.POISONED_CLASS)));
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).contains("IllegalStateException", "no licence"));
        assertThat(outcomes)
                .anySatisfy(
                        outcome -> assertThat(outcome)
                                .contains(
                                        "Could not initialize class io.eagleray.testing.Faults$Poisoned: its static initializer"));
        assertThat(failureOf(Fault.POISONED_CLASS)).hasMessageContaining("no licence");
    }

    @Test
    final void anExceptionThatDoesNotTellIsToldOf() {
        assertThat(failureOf(Fault.MUTE_EXCEPTION))
                .hasMessageContaining("Faults$Mute")
                .hasMessageContaining("its getMessage() threw java.lang.IllegalStateException");
    }

    @Test
    final void aCycleOfCausesEnds() {
        assertThat(failureOf(Fault.CYCLE_OF_CAUSES))
                .hasMessageContaining("first")
                .hasRootCauseMessage("second");
    }

    @Test
    final void whateverIsThrownArrives() {
        assertThat(failureOf(Fault.ERROR))
                .hasRootCauseInstanceOf(AssertionError.class)
                .hasRootCauseMessage("never");
        assertThat(failureOf(Fault.THROWABLE))
                .hasRootCauseInstanceOf(Other.class)
                .hasRootCauseMessage("neither");
    }

    @Test
    final void aHugeMessageIsCut() {
        assertThat(failureOf(Fault.HUGE_MESSAGE).getMessage())
                .contains("more characters)")
                .hasSizeLessThan(200_000);
    }

    @Test
    final void anInterruptThatNobodyMadeIsAFailure() {
        assertThat(failureOf(Fault.INTERRUPTED_BY_NOBODY))
                .hasRootCauseInstanceOf(InterruptedException.class)
                .hasRootCauseMessage("so it says");
        Outcome<Integer> outcome = eagleray.submit(FaultsTasks.meetAlone(Fault.INTERRUPTED_BY_NOBODY))
                .outcome(PATIENCE);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error().summary())
                                .isEqualTo("java.lang.InterruptedException: so it says"));
    }

    @Test
    final void anInterruptOfItselfDoesNotReachTheNextItem() {
        List<Fault> faults = List.of(Fault.INTERRUPTS_ITSELF, Fault.NONE, Fault.INTERRUPTS_ITSELF, Fault.NONE);
        assertThat(eagleray.run(FaultsTasks.meetAll(faults))).containsExactly(0, 0, 0, 0);
    }

    // values

    @Test
    final void nullsInCollectionsAreFine() {
        assertThat(eagleray.run(FaultsTasks.makeAll(List.of(Value.WITH_NULLS))))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.list()).isEqualTo(Arrays.asList(1, null));
                    assertThat(result.map()).containsEntry(null, 1);
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"POLLUTED", "SHY", "CYCLIC"})
    final void aResultThatCannotBeEncodedNamesThePlace(Value value) {
        TaskFailedException failure = failure(FaultsTasks.makeAll(List.of(Value.FINE, value)));
        String what = switch (value) {
            case POLLUTED -> "result: $.list[0]: expected an Integer, given a String";
            case SHY -> "result: $.shy.value: the accessor failed: java.lang.IllegalStateException: not for you";
            default -> "is nested deeper than the limit of 200 levels";
        };
        assertThat(failure)
                .hasMessageContaining("Faults#make [item 1 of 2] failed: " + ValueException.class.getName())
                .hasMessageContaining(what);
        assertThat(failure).cause().cause().isInstanceOf(ValueException.class);
    }

    @Test
    final void anArgumentThatCannotBeEncodedNamesTheItemAndThePlace() {
        assertThat(failure(FaultsTasks.lookAt(List.of(1, -1, 2))))
                .hasMessageContaining("Faults#look [item 1 of 3], argument shy: $.value: the accessor failed")
                .cause()
                .isInstanceOf(ValueException.class);
    }

    // what nobody waits for

    @Test
    final void refsThatAreLeftOpenAreCancelledWithAWarning() {
        Execution<Integer> execution = eagleray.submit(StraysTasks.leavesOpen(3, marks.toString()));
        assertThat(execution.result()).isEqualTo(3);
        awaitSilence();
        List<LogLine> lines = new ArrayList<>();
        execution.logs(lines::add);
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.level()).isEqualTo("WARN");
            assertThat(line.text())
                    .contains("3 calls of io.eagleray.testing.Strays#tick were still open", "cancelled", "get()");
        });
    }

    @Test
    final void anInterruptOfTheCallerEndsWhatRuns() throws InterruptedException {
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        Thread caller = new Thread(() -> {
            try {
                eagleray.run(StraysTasks.ticks(4, marks.toString()));
            } catch (TaskCancelledException e) {
                thrown.add(e);
            }
        });
        caller.start();
        await().atMost(PATIENCE).until(() -> Marks.count(marks, "tick") > 0);
        caller.interrupt();
        caller.join();
        assertThat(thrown).singleElement().satisfies(e -> assertThat(e).hasMessageContaining("Strays.ticks"));
        awaitSilence();
    }

    @Test
    final void anInterruptOfTheBodyEndsItsMapAndNothingElse() {
        assertThat(eagleray.run(StraysTasks.interruptsItself(marks.toString())))
                .isEqualTo("interrupted true, then [1, 2]");
        awaitSilence();
    }

    /** Until nothing has left a mark for longer than what runs takes to leave one. */
    private void awaitSilence() {
        await().atMost(PATIENCE)
                .during(Duration.ofMillis(500))
                .until(() -> Marks.count(marks, "tick"), new Unchanged()::test);
    }

    /** True as long as what it is given stays the same. */
    private static final class Unchanged {
        private int last = -1;

        boolean test(int now) {
            boolean same = now == last;
            last = now;
            return same;
        }
    }

    // retries

    @ParameterizedTest
    @EnumSource(names = {"LISTED", "SUBCLASS_OF_LISTED"})
    final void whatIsListedIsRetried(Luck luck) {
        assertThat(eagleray.run(StraysTasks.tryAll(List.of(Luck.GOOD, luck), 2, marks.toString())))
                .containsExactly(1, 3);
        assertThat(Marks.count(marks, "GOOD")).isEqualTo(1);
    }

    @Test
    final void retriesEndWithTheLastFailure() {
        assertThat(failure(StraysTasks.tryAll(List.of(Luck.GOOD, Luck.LISTED), 9, marks.toString())))
                .hasMessageContaining("Strays#tryLuck [item 1 of 2] failed")
                .hasRootCauseMessage("attempt 3");
        assertThat(Marks.count(marks, "LISTED")).isEqualTo(3);
    }

    @Test
    final void whatIsNotListedIsNotRetried() {
        assertThat(failure(StraysTasks.tryAll(List.of(Luck.UNLISTED), 1, marks.toString())))
                .hasRootCauseMessage("attempt 1");
        assertThat(Marks.count(marks, "UNLISTED")).isEqualTo(1);
    }
}
