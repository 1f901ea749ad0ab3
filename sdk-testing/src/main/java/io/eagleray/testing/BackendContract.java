package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.LogLine;
import io.eagleray.client.Outcome;
import io.eagleray.client.Progress;
import io.eagleray.client.RemoteError;
import io.eagleray.client.State;
import io.eagleray.client.SubmitOptions;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.TaskFailedException;
import io.eagleray.client.TaskTimeoutException;
import io.eagleray.client.ValueException;
import io.eagleray.testing.Contract.Kind;
import io.eagleray.testing.Contract.Line;
import io.eagleray.testing.Contract.Order;
import io.eagleray.testing.Contract.Refused;
import io.eagleray.testing.Contract.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/**
 * What every backend does, as tests. A backend proves itself by a subclass that names it:
 *
 * <pre>{@code
 * final class EmbeddedContractTest extends BackendContract {
 *   @Override
 *   protected String backend() {
 *     return "embedded";
 *   }
 * }
 * }</pre>
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
public abstract class BackendContract {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final List<Progress> progress = new CopyOnWriteArrayList<>();
    private Eagleray eagleray;

    /** Made by JUnit. */
    @SuppressWarnings("NullAway.Init") // connected before the first test
    protected BackendContract() {}

    /**
     * The backend under test.
     *
     * @return its URI
     */
    protected abstract String backend();

    /**
     * The environment variables that the client reads, such as those that say the token.
     *
     * @return by name; those of this process, unless a backend needs others
     */
    protected Map<String, String> variables() {
        return System.getenv();
    }

    /** What not every backend can do. */
    protected enum Ability {
        /** Named values stay for later tasks. A backend without has a cluster of its own for each execution. */
        NAMED_VALUES,
        /** Lines and progress of a task come back. A backend without says where its log is. */
        LOGS,
        /** Null is an argument, and a result, of any type. A backend without refuses it before anything is sent. */
        NULLS
    }

    /**
     * What this backend cannot do.
     *
     * @return nothing, unless a backend says more
     */
    protected Set<Ability> lacks() {
        return Set.of();
    }

    @BeforeAll
    final void connect() {
        eagleray = Eagleray.builder()
                .backend(backend())
                .variables(variables())
                .progress(progress::add)
                .connect();
    }

    @AfterAll
    final void disconnect() {
        eagleray.close();
    }

    @Test
    final void recordsComeBackEqual() {
        Order order = new Order(
                "o-1",
                new BigDecimal("12.50"),
                Instant.parse("2026-01-02T03:04:05.000000006Z"),
                List.of(new Line("a", 2, Optional.of("fragile")), new Line("ü", 0, Optional.empty())),
                Map.of("a", 7),
                Kind.WHOLESALE);
        assertThat(eagleray.run(ContractTasks.echo(order))).isEqualTo(order);
    }

    @Test
    @SuppressWarnings("NullAway") // the companion's signature does not repeat type annotations
    final void nullsComeBackAsNulls() {
        List<String> many = new ArrayList<>(Arrays.asList((String) null));
        if (lacks().contains(Ability.NULLS)) {
            assertThatThrownBy(() -> eagleray.run(ContractTasks.nulls(null, many)))
                    .isInstanceOf(ValueException.class)
                    .hasMessageContaining("one: is null");
            return;
        }
        assertThat(eagleray.run(ContractTasks.nulls(null, many))).containsExactly(null, null);
    }

    @Test
    final void aTaskThatReturnsNothingReturnsNull() {
        assertThat(eagleray.run(ContractTasks.nothing())).isNull();
    }

    @Test
    final void bigValuesComeBackExactly() {
        byte[] bytes = new byte[5_000_000];
        new Random(1).nextBytes(bytes);
        byte[] twice = eagleray.run(ContractTasks.big(bytes, 2));
        assertThat(twice).hasSize(10_000_000);
        assertThat(Arrays.equals(bytes, 0, bytes.length, twice, bytes.length, twice.length))
                .isTrue();
    }

    @Test
    final void sealedTypesReachTheWorkers() {
        List<Shape> shapes = List.of(new Shape.Square(2), new Shape.Circle(1));
        assertThat(eagleray.run(ContractTasks.areas(shapes))).isEqualTo(4 + Math.PI);
    }

    @Test
    final void resultsOfAMapKeepTheOrderOfItsInputs() {
        List<Long> expected = LongStream.range(0, 2_000).map(x -> x * x).boxed().toList();
        assertThat(eagleray.run(ContractTasks.squares(2_000))).isEqualTo(expected);
    }

    @Test
    final void aMapOfNothingIsEmpty() {
        assertThat(eagleray.run(ContractTasks.squares(0))).isEmpty();
    }

    @Test
    final void namedValuesStayForLaterTasks() {
        if (lacks().contains(Ability.NAMED_VALUES)) {
            assertThat(eagleray.run(ContractTasks.keeps(Map.of("few", new long[] {1, 2}))))
                    .contains("few");
            assertThatThrownBy(() -> eagleray.run(ContractTasks.sums("few", List.of(0))))
                    .hasMessageContaining("the value named \"few\" is not here");
            return;
        }
        long[] values = LongStream.range(0, 20_000).toArray();
        assertThat(eagleray.run(ContractTasks.keeps(Map.of("few", new long[] {1, 2}, "many", new long[] {3}))))
                .contains("few", "many");
        assertThat(eagleray.run(ContractTasks.keeps(Map.of("many", values)))).contains("few", "many");
        assertThat(eagleray.run(ContractTasks.picksUp(List.of("few", "many"))))
                .containsExactly(new long[] {1, 2}, values);
        assertThat(eagleray.run(ContractTasks.sums("many", List.of(0, 19_998, 20_000))))
                .containsExactly(199_990_000L, 39_997L, 0L);
        assertThat(eagleray.run(ContractTasks.refusals("few")))
                .satisfiesExactly(
                        asAnOrder -> assertThat(asAnOrder)
                                .contains("the value named \"few\" was put as io.eagleray.testing.Contract$Numbers")
                                .contains("asked for as io.eagleray.testing.Contract$Order"),
                        remotely -> assertThat(remotely).contains("a remote function cannot ask for named values"));
        assertThat(eagleray.run(ContractTasks.removes(List.of("few", "few")))).containsExactly(true, false);
        assertThatThrownBy(() -> eagleray.run(ContractTasks.sums("few", List.of(0))))
                .hasMessageContaining("the value named \"few\" is not here")
                .hasMessageContaining("many");
        assertThat(eagleray.run(ContractTasks.removes(List.of("many")))).containsExactly(true);
    }

    @Test
    final void aStreamGivesEveryResult() {
        assertThat(eagleray.run(ContractTasks.streamed(3_000)))
                .isEqualTo(LongStream.range(0, 3_000).map(x -> x * x).sum());
    }

    @Test
    final void nestedMapsEnd() {
        assertThat(eagleray.run(ContractTasks.nested(5))).containsExactly(0L, 0L, 1L, 5L, 14L);
    }

    @Test
    final void refsAreResolvedOnTheWorkers() {
        assertThat(eagleray.run(ContractTasks.refs(100_000))).containsExactly(4_999_950_000L, 9_999_900_000L);
    }

    @Test
    final void awaitTellsWhatIsReady() {
        assertThat(eagleray.run(ContractTasks.awaited())).isEqualTo("1 ready, 1 pending");
    }

    @Test
    final void anExceptionOfTheTaskArrivesWithItsCause() {
        TaskFailedException failure =
                catchThrowableOfType(TaskFailedException.class, () -> eagleray.run(ContractTasks.fails("no way")));
        assertThat(failure).hasMessageContaining("Contract.fails").hasMessageContaining("no way");
        assertThat(failure)
                .cause()
                .isInstanceOf(Refused.class)
                .hasMessage("no way")
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the cause");
        RemoteError error = failure.error();
        assertThat(error.type()).isEqualTo(Refused.class.getName());
        assertThat(error.stackTrace()).anyMatch(frame -> frame.method().equals("fails"));
    }

    @Test
    final void anExceptionOfARemoteFunctionArrivesWithItsItem() {
        TaskFailedException failure =
                catchThrowableOfType(TaskFailedException.class, () -> eagleray.run(ContractTasks.mapFails(10)));
        assertThat(failure).hasMessageContaining("item 3 of 10");
        assertThat(failure).hasRootCauseInstanceOf(Refused.class).hasRootCauseMessage("item 3");
    }

    @Test
    final void aTaskMayCatchTheExceptionOfARemoteFunction() {
        assertThat(eagleray.run(ContractTasks.catches(10))).isEqualTo(Refused.class.getName() + ": item 3");
    }

    @Test
    final void outcomesTellOfEveryItem() {
        assertThat(eagleray.run(ContractTasks.outcomes(5))).containsExactly("ok 0", "ok 1", "ok 2", "item 3", "ok 4");
    }

    @Test
    final void aStackOverflowIsAnError() {
        TaskFailedException failure =
                catchThrowableOfType(TaskFailedException.class, () -> eagleray.run(ContractTasks.deep()));
        assertThat(failure).hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    final void outcomeOfAFailureIsFailed() {
        Outcome<Integer> outcome =
                eagleray.submit(ContractTasks.fails("no way")).outcome(LONG);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.error().message()).contains("no way"));
    }

    @Test
    final void cancelEndsABody() {
        Execution<String> execution = eagleray.submit(ContractTasks.sleeps(120_000));
        awaitState(execution, State.RUNNING);
        execution.cancel();
        assertThat(execution.outcome(LONG)).isInstanceOf(Outcome.Cancelled.class);
        assertThat(execution.state()).isEqualTo(State.CANCELLED);
        assertThatThrownBy(execution::result).isInstanceOf(TaskCancelledException.class);
    }

    @Test
    final void cancelEndsRemoteFunctions() {
        Execution<List<Long>> execution = eagleray.submit(ContractTasks.sleepsRemotely(8, 120_000));
        awaitState(execution, State.RUNNING);
        execution.cancel();
        assertThat(execution.outcome(LONG)).isInstanceOf(Outcome.Cancelled.class);
        assertThat(eagleray.run(ContractTasks.squares(2))).containsExactly(0L, 1L);
    }

    @Test
    final void cancelOfAnEndedExecutionDoesNothing() {
        Execution<List<Long>> execution = eagleray.submit(ContractTasks.squares(2));
        assertThat(execution.result()).containsExactly(0L, 1L);
        execution.cancel();
        assertThat(execution.state()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    final void aTaskEndsAtItsTimeout() {
        assertThatThrownBy(() -> eagleray.run(ContractTasks.tooLong()))
                .isInstanceOf(TaskTimeoutException.class)
                .hasMessageContaining("Contract.tooLong")
                .hasMessageContaining("PT1S");
    }

    @Test
    final void theTimeoutOfASubmissionWins() {
        Execution<String> execution = eagleray.submit(
                ContractTasks.sleeps(120_000), SubmitOptions.defaults().withTimeout(Duration.ofSeconds(1)));
        assertThatThrownBy(execution::result).isInstanceOf(TaskTimeoutException.class);
    }

    @Test
    final void aRemoteFunctionEndsAtItsTimeout() {
        assertThatThrownBy(() -> eagleray.run(ContractTasks.remotesTooLong()))
                .hasStackTraceContaining("remoteTooLong")
                .hasStackTraceContaining("timeout of PT1S");
    }

    @Test
    final void waitingForAnOutcomeIsBounded() {
        Execution<String> execution = eagleray.submit(ContractTasks.sleeps(120_000));
        assertThatThrownBy(() -> execution.outcome(Duration.ofMillis(50))).isInstanceOf(TaskTimeoutException.class);
        execution.cancel();
    }

    @Test
    final void aFailedTaskIsRetried() {
        assertThat(eagleray.run(ContractTasks.retried())).isEqualTo(3);
    }

    @Test
    final void onlyWhatRetryOnNamesIsRetried() {
        assertThatThrownBy(() -> eagleray.run(ContractTasks.notRetried())).hasRootCauseMessage("attempt 1");
    }

    @Test
    final void aFailedRemoteFunctionIsRetried() {
        assertThat(eagleray.run(ContractTasks.retriesRemotely(List.of(1, 2, 3))))
                .containsExactly(1, 2, 3);
        assertThatThrownBy(() -> eagleray.run(ContractTasks.retriesRemotely(List.of(4))))
                .hasRootCauseMessage("attempt 3");
    }

    @Test
    final void theContextKnowsTheExecution() {
        Execution<List<String>> execution = eagleray.submit(ContractTasks.where());
        assertThat(execution.result()).containsExactly("Contract.where", execution.id(), execution.id());
        if (lacks().contains(Ability.LOGS)) {
            return;
        }
        List<LogLine> lines = new ArrayList<>();
        execution.logs(lines::add);
        assertThat(progress).contains(new Progress("Contract.where", 1, 2, "half"));
        assertThat(lines).extracting(LogLine::text).contains("hello from the driver", "hello from a worker");
    }

    @Test
    final void anIdRunsOnce() {
        SubmitOptions options = SubmitOptions.defaults().withId("contract-once");
        Execution<List<Long>> first = eagleray.submit(ContractTasks.squares(3), options);
        Execution<List<Long>> second = eagleray.submit(ContractTasks.squares(3), options);
        assertThat(first.result()).isEqualTo(second.result());
        assertThat(eagleray.executions()).extracting(ExecutionSummary::id).containsOnlyOnce("contract-once");
        assertThatThrownBy(() -> eagleray.submit(ContractTasks.squares(4), options))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("contract-once")
                .hasMessageContaining("another id");
    }

    @Test
    final void anExecutionIsFoundByItsId() {
        Execution<List<Long>> execution = eagleray.submit(ContractTasks.squares(3));
        assertThat(eagleray.attach(execution.id(), ContractTasks.squares).result())
                .containsExactly(0L, 1L, 4L);
        assertThatThrownBy(() -> eagleray.attach(execution.id(), ContractTasks.nothing))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("runs Contract.squares");
        assertThatThrownBy(() -> eagleray.attach("no-such-id", ContractTasks.nothing))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no-such-id");
    }

    @Test
    final void anInterruptCancels() throws InterruptedException {
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        Thread caller = new Thread(() -> {
            try {
                eagleray.run(ContractTasks.sleeps(120_000));
            } catch (TaskCancelledException e) {
                thrown.add(e);
            }
        });
        caller.start();
        Thread.sleep(300);
        caller.interrupt();
        caller.join(LONG.toMillis());
        assertThat(thrown).hasSize(1);
    }

    @Test
    final void manyExecutionsRunAtOnce() {
        List<Execution<List<Long>>> executions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            executions.add(eagleray.submit(ContractTasks.squares(50)));
        }
        executions.forEach(execution -> assertThat(execution.result()).hasSize(50));
    }

    private static void awaitState(Execution<?> execution, State state) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (execution.state() != state && System.nanoTime() < deadline) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        assertThat(execution.state()).isEqualTo(state);
    }
}
