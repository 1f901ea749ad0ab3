package io.eagleray.parallel;

import static io.eagleray.parallel.Numbers_Catalog.call;
import static io.eagleray.parallel.Numbers_Catalog.callRef;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.eagleray.call.Ref;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Outcome;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.TaskFailedException;
import io.eagleray.wire.BlockReader;
import io.eagleray.wire.ValueForm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class FanOutTest {
    private static final Numbers_Catalog NUMBERS = Numbers_Catalog.INSTANCE;

    static <T> T on(WorkerPort port, Callable<T> body) throws Exception {
        FanOut.Owner owner = new FanOut.Owner("id", "task", line -> {}, progress -> {});
        try (FanOut fanOut = FanOut.over(port, owner)) {
            return new Scope(owner, 1, "driver", fanOut).call(body);
        }
    }

    private static <T> T onThreads(int cpus, Callable<T> body) throws Exception {
        return on(new ThreadPort(FanOutTest.class.getClassLoader(), cpus), body);
    }

    private static List<Long> range(int n) {
        return LongStream.range(0, n).boxed().toList();
    }

    private static List<Long> squares(int n) {
        return Parallel.map(range(n), x -> call(NUMBERS.square, x));
    }

    private static List<Long> expected(int n) {
        return LongStream.range(0, n).map(x -> x * x).boxed().toList();
    }

    @Test
    void mapKeepsOrder() throws Exception {
        assertThat(onThreads(4, () -> squares(10_000))).isEqualTo(expected(10_000));
    }

    @Test
    void outsideOfAnExecutionThreadsAreUsed() {
        assertThat(squares(100)).isEqualTo(expected(100));
    }

    @Test
    void theFirstFailureEndsAMapAndNamesItsItem() {
        assertThatThrownBy(() -> onThreads(1, () -> Parallel.map(List.of(2L, 3L), x -> call(NUMBERS.refuseOdd, x))))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("refuseOdd [item 1 of 2]")
                .hasMessageContaining("odd: 3");
    }

    @Test
    void outcomesTellOfEveryItem() throws Exception {
        List<Outcome<Long>> outcomes = onThreads(2, () -> Parallel.outcomes(range(4), x -> call(NUMBERS.refuseOdd, x)));
        assertThat(outcomes).hasSize(4);
        assertThat(outcomes.get(0)).isEqualTo(new Outcome.Succeeded<>(0L));
        assertThat(outcomes.get(3))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error().summary()).contains("odd: 3"));
    }

    @Test
    void aStreamReadsItsSourceNoFasterThanItIsConsumed() throws Exception {
        AtomicInteger read = new AtomicInteger();
        List<Long> first = onThreads(2, () -> {
            Stream<Long> source = LongStream.iterate(0, x -> x + 1).boxed().peek(x -> read.incrementAndGet());
            try (Stream<Long> results = Parallel.stream(source, x -> call(NUMBERS.square, x))) {
                return results.limit(10).toList();
            }
        });
        assertThat(first).hasSize(10).allMatch(x -> Math.sqrt(x) % 1 == 0);
        assertThat(read).hasValueLessThanOrEqualTo(2 * StreamWindow.CALLS);
    }

    @Test
    void refsChainAndStoredValuesBeyondThePortsLimitTravelInline() throws Exception {
        Long sum = on(new FaultyPort(2, request -> false), () -> {
            Ref<Long> two = Parallel.put(2L);
            Ref<Long> four = Parallel.submit(callRef(NUMBERS.square, two));
            Ref<Long> sixteen = Parallel.submit(callRef(NUMBERS.square, four));
            List<Long> more = Parallel.map(range(5), x -> callRef(NUMBERS.square, Parallel.put(x)));
            return sixteen.get() + more.stream().mapToLong(Long::longValue).sum();
        });
        assertThat(sum).isEqualTo(16 + 0 + 1 + 4 + 9 + 16);
    }

    @Test
    void aRefOfAFailedCallFailsTheCallThatNeedsIt() {
        assertThatThrownBy(() -> onThreads(1, () -> {
                    Ref<Long> odd = Parallel.submit(call(NUMBERS.refuseOdd, 1));
                    return Parallel.submit(callRef(NUMBERS.square, odd)).get();
                }))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("odd: 1");
    }

    @Test
    void cancelOfARefEndsItsCall() throws Exception {
        onThreads(1, () -> {
            Ref<Long> ref = Parallel.submit(call(NUMBERS.sleep, 60_000));
            await().until(() -> Numbers_Catalog.RUNNING.get() == 1);
            ref.cancel();
            await().until(() -> Numbers_Catalog.RUNNING.get() == 0);
            assertThatThrownBy(ref::get).isInstanceOf(TaskCancelledException.class);
            return Parallel.map(List.of(3L), x -> call(NUMBERS.square, x));
        });
    }

    /** What is known of the calls before has the worker make this one on the thread that brings it. */
    @Test
    void cancelEndsACallThatWasExpectedToBeQuick() throws Exception {
        List<Boolean> quick = new CopyOnWriteArrayList<>();
        FaultyPort port = new FaultyPort(1, request -> !quick.add(request.quick()));
        on(port, () -> {
            expectQuickCalls();
            Ref<Long> ref = Parallel.submit(call(NUMBERS.sleep, 60_000));
            await().until(() -> Numbers_Catalog.RUNNING.get() == 1);
            ref.cancel();
            await().until(() -> Numbers_Catalog.RUNNING.get() == 0);
            return squares(100);
        });
        assertThat(quick).startsWith(false).element(50).isEqualTo(true);
        assertThat(port.started).hasValue(1);
    }

    @Test
    void aSlowCallAmongQuickOnesDoesNotHoldBackTheirResults() throws Exception {
        onThreads(1, () -> {
            expectQuickCalls();
            List<Ref<Long>> refs = Stream.of(0, 0, 0, 60_000, 0, 0)
                    .map(x -> Parallel.submit(call(NUMBERS.sleep, x)))
                    .toList();
            assertThat(refs.subList(0, 3))
                    .allSatisfy(ref -> assertThat(ref.get()).isZero());
            refs.get(3).cancel();
            assertThat(refs.subList(4, 6))
                    .allSatisfy(ref -> assertThat(ref.get()).isZero());
            return null;
        });
    }

    @Test
    void theEndOfAFanOutEndsAQuickCallThatIsNot() throws Exception {
        onThreads(1, () -> {
            expectQuickCalls();
            Parallel.submit(call(NUMBERS.sleep, 60_000));
            await().until(() -> Numbers_Catalog.RUNNING.get() == 1);
            return null;
        });
        await().until(() -> Numbers_Catalog.RUNNING.get() == 0);
    }

    private static void expectQuickCalls() {
        for (int i = 0; i < 50; i++) {
            assertThat(Parallel.submit(call(NUMBERS.sleep, 0)).get()).isZero();
        }
    }

    @Test
    void anInterruptCancelsWhatItWaitsFor() throws Exception {
        onThreads(2, () -> {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> Parallel.map(List.of(60_000L, 60_000L), x -> call(NUMBERS.sleep, x)))
                    .isInstanceOf(TaskCancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
            await().until(() -> Numbers_Catalog.RUNNING.get() == 0);
            return squares(3);
        });
    }

    @Test
    void aCallThatTakesTooLongEndsAndOthersGoOn() throws Exception {
        List<Outcome<Long>> outcomes =
                onThreads(1, () -> Parallel.outcomes(List.of(60_000L, 1L), x -> call(NUMBERS.bounded, x)));
        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error().summary())
                                .contains("TaskTimeoutException: io.eagleray.parallel.Numbers#bounded took longer")
                                .contains("PT0.3S")
                                .contains("raise timeout"));
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.Succeeded<>(1L));
    }

    @Test
    void aCallThatIgnoresItsInterruptIsLeftBehindAtItsTimeout() throws Exception {
        FaultyPort port = new FaultyPort(1, request -> false);
        List<Outcome<Long>> outcomes =
                on(port, () -> Parallel.outcomes(List.of(6_000L, 1L), x -> call(NUMBERS.stubborn, x)));
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Failed.class);
        assertThat(outcomes.get(1)).isEqualTo(new Outcome.Succeeded<>(1L));
        assertThat(port.started).hasValue(2);
    }

    @Test
    void aWorkerWhoseMemoryWasExhaustedIsEndedAndTheRestGoesToAnother() throws Exception {
        FaultyPort port = new FaultyPort(1, request -> false);
        List<Outcome<Long>> outcomes =
                on(port, () -> Parallel.outcomes(range(8), x -> call(NUMBERS.exhaustAtThree, x)));
        assertThat(outcomes.get(3))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(
                                        failed.error().cause().orElseThrow().summary())
                                .contains("memory in @Remote"));
        assertThat(outcomes).filteredOn(Outcome.Succeeded.class::isInstance).hasSize(7);
        assertThat(port.started).hasValue(2);
        assertThat(port.killed).hasPositiveValue();
    }

    @Test
    void aFailureInAStreamNamesItsItem() {
        assertThatThrownBy(() -> onThreads(1, () -> {
                    try (Stream<Long> results =
                            Parallel.stream(Stream.of(0L, 2L, 4L, 5L), x -> call(NUMBERS.refuseOdd, x))) {
                        return results.toList();
                    }
                }))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("refuseOdd [item 3] failed")
                .hasMessageContaining("odd: 5");
    }

    @Test
    void aSlowCallDoesNotHoldBackTheResultsOfOthers() throws Exception {
        onThreads(2, () -> {
            Stream<Long> waits =
                    LongStream.range(0, 500).map(x -> x == 3 ? 60_000 : 0).boxed();
            try (Stream<Long> results = Parallel.stream(waits, x -> call(NUMBERS.sleep, x))) {
                assertThat(results.limit(499)).hasSize(499).containsOnly(0L);
            }
            await().until(() -> Numbers_Catalog.RUNNING.get() == 0);
            return null;
        });
    }

    @Test
    void aWorkerWhoseCallWasCancelledWorksOn() throws Exception {
        FaultyPort port = new FaultyPort(1, request -> false);
        on(port, () -> {
            Ref<Long> ref = Parallel.submit(call(NUMBERS.sleep, 60_000));
            await().until(() -> Numbers_Catalog.RUNNING.get() == 1);
            ref.cancel();
            return squares(100);
        });
        assertThat(port.started).hasValue(1);
    }

    @Test
    void aWorkerThatDiesLosesNothing() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        FaultyPort port = new FaultyPort(2, request -> requests.incrementAndGet() % 3 == 0);
        assertThat(on(port, () -> squares(500))).isEqualTo(expected(500));
        assertThat(port.died).hasPositiveValue();
    }

    @Test
    void aWorkerThatCannotAnswerIsEnded() {
        FaultyPort port = new FaultyPort(1, request -> false);
        port.broken = request -> request.length > 0;
        assertThatThrownBy(() -> on(port, () -> squares(3))).hasMessageContaining("broken by the test");
        assertThat(port.killed).hasPositiveValue();
        assertThat(port.killed.get() + port.released.get()) // one that came up for the rest is given back
                .isEqualTo(port.started.get());
    }

    @Test
    void aWorkerThatFallsSilentIsReplaced() throws Exception {
        FaultyPort port = new FaultyPort(1, request -> false);
        AtomicInteger requests = new AtomicInteger();
        port.silent = request -> request.length > 0 && requests.incrementAndGet() == 1;
        FanOut.Owner owner = new FanOut.Owner("id", "task", line -> {}, progress -> {});
        try (FanOut fanOut = FanOut.over(port, owner, Duration.ofMillis(600))) {
            assertThat(new Scope(owner, 1, "driver", fanOut).call(() -> squares(20)))
                    .isEqualTo(expected(20));
        }
        assertThat(port.killed).hasPositiveValue();
        assertThat(port.started).hasValue(2);
    }

    @Test
    void workersThatAreAlwaysSilentAreGivenUp() throws Exception {
        FaultyPort port = new FaultyPort(1, request -> false);
        port.silent = request -> request.length > 0;
        FanOut.Owner owner = new FanOut.Owner("id", "task", line -> {}, progress -> {});
        try (FanOut fanOut = FanOut.over(port, owner, Duration.ofMillis(50))) {
            assertThatThrownBy(() -> new Scope(owner, 1, "driver", fanOut).call(() -> squares(1)))
                    .isInstanceOf(TaskFailedException.class)
                    .hasMessageContaining("square [item 0 of 1] ended its worker 3 times")
                    .hasMessageContaining("did not answer for PT0.05S");
        }
    }

    @Test
    void workersThatCannotStartAreEndedAndGivenUp() {
        FaultyPort port = new FaultyPort(1, request -> false);
        port.broken = request -> request.length == 0;
        assertThatThrownBy(() -> on(port, () -> squares(3)))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("workers do not start")
                .hasMessageContaining("broken by the test");
        assertThat(port.killed).hasValue(port.started.get());
    }

    @Test
    void anItemThatKillsItsWorkersIsFoundAndTheOthersEnd() throws Exception {
        FaultyPort port = new FaultyPort(2, FanOutTest::hasThirteen);
        List<Outcome<Long>> outcomes = on(port, () -> Parallel.outcomes(range(2_000), x -> call(NUMBERS.square, x)));
        for (int i = 0; i < outcomes.size(); i++) {
            if (i == 13) {
                assertThat(outcomes.get(i))
                        .isInstanceOfSatisfying(
                                Outcome.Failed.class,
                                failed -> assertThat(failed.error().summary())
                                        .contains("WorkerDiedException")
                                        .contains("square [item 13 of 2000] ended its worker 3 times")
                                        .contains("called with (x: Long)")
                                        .contains("System.exit"));
            } else {
                assertThat(outcomes.get(i)).isEqualTo(new Outcome.Succeeded<>((long) i * i));
            }
        }
    }

    private static boolean hasThirteen(WorkerRequest.Work request) {
        ValueForm form = ValueForm.of(NUMBERS.square.parameters().get(0).type());
        BlockReader calls = new BlockReader(request.calls());
        while (calls.next()) {
            if (calls.number() == WorkerRequest.Argument.VALUE
                    && Long.valueOf(13).equals(calls.value(form))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aShapeThatFitsNowhereIsRefused() {
        assertThatThrownBy(() -> on(
                        new FaultyPort(2, request -> false),
                        () -> Parallel.map(List.of(1L), x -> call(NUMBERS.tooWide, x))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("64")
                .hasMessageContaining("ask for less");
    }

    @Test
    void noMoreWorkersAreStartedThanThereAreCalls() throws Exception {
        FaultyPort port = new FaultyPort(8, request -> false);
        on(port, () -> squares(1));
        assertThat(port.started).hasValue(1);
    }

    @Test
    void idleWorkersAreGivenBackAtTheEndAndBusyOnesAreNot() throws Exception {
        FaultyPort port = new FaultyPort(2, request -> false);
        on(port, () -> {
            var busy = Parallel.submit(call(NUMBERS.sleep, 60_000));
            squares(100);
            assertThat(busy.toString()).contains("pending");
            return null;
        });
        assertThat(port.started).hasValue(2);
        assertThat(port.released).hasValue(1);
    }

    @Test
    void workersThatHaveNothingToDoAreGivenBack() throws Exception {
        FaultyPort port = new FaultyPort(1, request -> false);
        on(port, () -> {
            squares(10);
            await().until(() -> port.released.get() == 1);
            return squares(10);
        });
        assertThat(port.started).hasValue(2);
    }

    @Test
    void awaitCountsAndIsBounded() throws Exception {
        onThreads(2, () -> {
            List<Ref<Long>> refs =
                    List.of(Parallel.submit(call(NUMBERS.square, 3)), Parallel.submit(call(NUMBERS.sleep, 60_000)));
            Ready<Long> ready = Parallel.await(refs, 1, Duration.ofSeconds(30));
            assertThat(ready.ready()).containsExactly(refs.get(0));
            assertThat(Parallel.await(refs, 2, Duration.ofMillis(50)).pending()).containsExactly(refs.get(1));
            assertThatThrownBy(() -> Parallel.await(refs, 3, Duration.ZERO))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2 refs");
            return null;
        });
    }

    @Test
    void whatIsSubmittedAfterTheEndIsCancelled() throws Exception {
        FanOut.Owner owner = new FanOut.Owner("id", "task", line -> {}, progress -> {});
        FanOut fanOut = FanOut.over(new ThreadPort(FanOutTest.class.getClassLoader(), 1), owner);
        fanOut.close();
        Scope scope = new Scope(owner, 1, "driver", fanOut);
        assertThatThrownBy(() -> scope.call(() -> squares(2)))
                .isInstanceOf(TaskCancelledException.class)
                .hasMessageContaining("has ended");
    }
}
