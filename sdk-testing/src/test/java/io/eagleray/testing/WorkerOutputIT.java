package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.Remote;
import io.eagleray.Task;
import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.client.LogLine;
import io.eagleray.parallel.Parallel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is printed on a real worker is in the execution's log. */
@Timeout(180)
final class WorkerOutputIT {

    @Remote
    static int shout(int x) {
        System.out.println("out " + x);
        System.err.print("err " + x);
        return x;
    }

    @Task
    static List<Integer> shouts(List<Integer> xs) {
        return Parallel.map(xs, WorkerOutputITTasks::shout);
    }

    @Test
    void standardOutputAndStandardErrorReachTheLog() {
        try (Eagleray eagleray = Eagleray.connect("local?ray=2.60.0")) {
            Execution<List<Integer>> execution = eagleray.submit(WorkerOutputITTasks.shouts(List.of(7)));
            assertThat(execution.result()).containsExactly(7);
            List<LogLine> lines = new ArrayList<>();
            execution.logs(lines::add);
            assertThat(lines)
                    .extracting(line -> line.source() + " " + line.level() + " " + line.text())
                    .contains("worker 1 INFO out 7", "worker 1 WARN err 7");
        }
    }
}
