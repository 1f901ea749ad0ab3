package io.eagleray.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.eagleray.call.ValueType;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.parallel.WorkerRequest.Argument;
import io.eagleray.wire.BlockWriter;
import io.eagleray.wire.ValueForm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class DispatcherTest {

    /** Whether the call had begun by then is up to chance. */
    @RepeatedTest(value = 50, failureThreshold = 1)
    void aWorkerThatIsEndedLeavesNoCallBehind() {
        Dispatcher dispatcher = new Dispatcher(DispatcherTest.class.getClassLoader());
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> dispatcher.apply(sleep(60_000), List.of()))
                    .isInstanceOf(TaskCancelledException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        await().pollDelay(Duration.ofMillis(2))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> Numbers_Catalog.RUNNING.get() == 0);
    }

    private static byte[] sleep(long millis) {
        BlockWriter calls = new BlockWriter();
        calls.piece(() -> {
            calls.number(Argument.VALUE);
            calls.value(ValueForm.of(ValueType.of(long.class)), millis);
        });
        return Messages.encode(new WorkerRequest.Work(
                Numbers_Catalog.class.getName(),
                "sleep",
                List.of(),
                Optional.empty(),
                "id",
                "task",
                "task",
                1,
                1,
                1,
                calls.toByteArray(),
                List.of(),
                Duration.ofSeconds(5)));
    }
}
