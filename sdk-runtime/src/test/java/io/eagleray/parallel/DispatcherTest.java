package io.eagleray.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.eagleray.call.ValueType;
import io.eagleray.client.LogLine;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.parallel.WorkerRequest.Argument;
import io.eagleray.wire.BlockWriter;
import io.eagleray.wire.ValueForm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class DispatcherTest {
    private static final long NUMBER = 7;

    /** Whether the call had begun by then is up to chance. */
    @RepeatedTest(value = 50, failureThreshold = 1)
    void aWorkerThatIsEndedLeavesNoCallBehind() {
        Dispatcher dispatcher = new Dispatcher(DispatcherTest.class.getClassLoader());
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> dispatcher.apply(sleep(60_000, false), List.of()))
                    .isInstanceOf(TaskCancelledException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        await().pollDelay(Duration.ofMillis(2))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> Numbers_Catalog.RUNNING.get() == 0);
    }

    @Test
    void quickCallsAreMadeOnTheThreadThatBringsThem() {
        Dispatcher dispatcher = new Dispatcher(DispatcherTest.class.getClassLoader());

        WorkerAnswer answer = Messages.answer(dispatcher.apply(sleep(0, true), List.of()));

        assertThat(answer.count()).isEqualTo(1);
        assertThat(answer.running()).isFalse();
        assertThat(about(dispatcher, new WorkerRequest.Continue(NUMBER, Duration.ZERO))
                        .elsewhere())
                .isTrue();
    }

    @Test
    void aCallThatIsNotQuickAfterAllIsAskedAboutAndInterruptedBesideIt() throws Exception {
        Dispatcher dispatcher = new Dispatcher(DispatcherTest.class.getClassLoader());
        CompletableFuture<byte[]> first =
                CompletableFuture.supplyAsync(() -> dispatcher.apply(sleep(60_000, true), List.of()));
        await().until(() -> Numbers_Catalog.RUNNING.get() == 1);

        WorkerAnswer runs = about(dispatcher, new WorkerRequest.Continue(NUMBER, Duration.ofMillis(5)));
        WorkerAnswer other = about(dispatcher, new WorkerRequest.Continue(NUMBER + 1, Duration.ofMillis(5)));
        WorkerAnswer interrupted = about(dispatcher, new WorkerRequest.Interrupt(NUMBER, Duration.ofSeconds(10)));

        assertThat(runs.running()).isTrue();
        assertThat(runs.count()).isZero();
        assertThat(other.elsewhere()).isTrue();
        assertThat(interrupted.count()).isEqualTo(1);
        assertThat(interrupted.running()).isFalse();
        assertThat(Messages.answer(first.get(10, TimeUnit.SECONDS)).elsewhere()).isTrue();
    }

    /** Who waits for a call may be quicker than who cleans up after it. */
    @Test
    void whatTheLastCallPrintedWithoutAnEndOfLineComesWithIt() throws Exception {
        CompletableFuture<Run> begun = new CompletableFuture<>();
        Run run = new Run(
                (WorkerRequest.Work) Messages.request(sleep(500, false)),
                new Calling.Given(List.of(), new Constants()),
                new Functions(DispatcherTest.class.getClassLoader()),
                new MemoryReserve(),
                () -> {
                    sleepBriefly();
                    begun.join().log(new LogLine(Instant.now(), "worker", "WARN", "no end of line"));
                });
        begun.complete(run);
        Thread thread = new Thread(run);
        thread.start();
        await().until(() -> Numbers_Catalog.RUNNING.get() == 1);

        WorkerAnswer runs = run.answer(Duration.ofMillis(5));
        WorkerAnswer last = run.answer(Duration.ofSeconds(10));
        thread.join();

        assertThat(runs.running()).isTrue();
        assertThat(last.count()).isEqualTo(1);
        assertThat(last.logs()).extracting(LogLine::text).contains("no end of line");
    }

    private static void sleepBriefly() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It finds cold what the others find warm. */
    @Test
    void aFirstCallThatTakesLongSaysNothingAboutTheOthers() {
        Dispatcher dispatcher = new Dispatcher(DispatcherTest.class.getClassLoader());

        WorkerAnswer alone = Messages.answer(dispatcher.apply(sleep(500, true), List.of()));
        WorkerAnswer first = Messages.answer(dispatcher.apply(sleeps(true, 500, 0, 0), List.of()));
        WorkerAnswer second = Messages.answer(dispatcher.apply(sleeps(true, 0, 500, 0), List.of()));

        assertThat(alone.nanos()).isGreaterThan(499_000_000);
        assertThat(first.nanos()).isLessThan(second.nanos());
        assertThat(second.nanos()).isGreaterThan(749_000_000); // of three that take 250 ms
    }

    private static WorkerAnswer about(Dispatcher dispatcher, WorkerRequest request) {
        return Messages.answer(dispatcher.apply(Messages.encode(request), List.of()));
    }

    private static byte[] sleep(long millis, boolean quick) {
        return sleeps(quick, millis);
    }

    private static byte[] sleeps(boolean quick, long... millis) {
        BlockWriter calls = new BlockWriter();
        for (long each : millis) {
            calls.piece(() -> {
                calls.number(Argument.VALUE);
                calls.value(ValueForm.of(ValueType.of(long.class)), each);
            });
        }
        return Messages.encode(new WorkerRequest.Work(
                NUMBER,
                quick,
                Numbers_Catalog.class.getName(),
                "sleep",
                List.of(),
                Optional.empty(),
                "id",
                "task",
                "task",
                1,
                1,
                millis.length,
                calls.toByteArray(),
                List.of(),
                Duration.ofSeconds(5)));
    }
}
