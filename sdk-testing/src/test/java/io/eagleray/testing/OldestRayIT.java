package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.eagleray.backend.Check;
import io.eagleray.backend.local.InstalledRay;
import io.eagleray.backend.ray.HeadChecks;
import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.Execution;
import io.eagleray.client.LogLine;
import io.eagleray.client.Outcome;
import io.eagleray.client.State;
import io.eagleray.client.TaskFailedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The oldest Ray that is supported, by its address. It knows no tokens. */
@Tag("any-jdk")
@Timeout(180)
final class OldestRayIT extends ByAddress {
    @Override
    Path ray() throws InterruptedException {
        return InstalledRay.command(RayVersion.OLDEST);
    }

    @Test
    void itCanBeUsed() throws InterruptedException {
        List<Check> checks = HeadChecks.of(head.uri(), head.variables());
        assertThat(checks).allMatch(Check::isOk).hasSizeGreaterThan(4);
        assertThat(checks)
                .anySatisfy(check -> assertThat(check.found())
                        .contains(RayVersion.OLDEST.text())
                        .contains("which has no tokens"));
    }

    @Test
    void resultsAndLogsComeBack() {
        Execution<List<Long>> execution = eagleray.submit(ContractTasks.squares(2_000));
        List<LogLine> lines = new CopyOnWriteArrayList<>();
        execution.logs(lines::add);
        assertThat(execution.result())
                .isEqualTo(LongStream.range(0, 2_000).map(x -> x * x).boxed().toList());
        assertThat(lines).isNotEmpty();
    }

    @Test
    void anExceptionOfARemoteFunctionArrives() {
        assertThatThrownBy(() -> eagleray.run(ContractTasks.mapFails(10)))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("item 3 of 10");
    }

    @Test
    void cancelEndsDriverAndWorkers() {
        Execution<List<Long>> execution = eagleray.submit(ContractTasks.sleepsRemotely(8, 120_000));
        await().atMost(Duration.ofMinutes(1)).until(() -> execution.state() == State.RUNNING);
        execution.cancel();
        assertThat(execution.outcome(Duration.ofMinutes(1))).isInstanceOf(Outcome.Cancelled.class);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> head.commands().stream().noneMatch(command -> command.contains("io.eagleray.")));
    }
}
