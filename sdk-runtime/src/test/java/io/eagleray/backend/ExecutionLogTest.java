package io.eagleray.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.client.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ExecutionLogTest {

    private static LogLine line(int number) {
        return new LogLine(Instant.EPOCH, "driver", "INFO", "line " + number);
    }

    @Test
    void readersGetEveryLineInOrderUntilTheEnd() throws InterruptedException {
        ExecutionLog log = new ExecutionLog();
        List<LogLine> read = new ArrayList<>();
        Thread reader = new Thread(() -> {
            try {
                log.follow(read::add);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        reader.start();
        for (int i = 0; i < 1_000; i++) {
            log.add(line(i));
        }
        log.end();
        reader.join();
        assertThat(read).hasSize(1_000).startsWith(line(0)).endsWith(line(999));
        List<LogLine> again = new ArrayList<>();
        log.follow(again::add);
        assertThat(again).isEqualTo(read);
    }

    @Test
    void whatIsThereCanBeReadWithoutWaiting() {
        ExecutionLog log = new ExecutionLog();
        List<LogLine> read = new ArrayList<>();
        log.soFar(read::add);
        assertThat(read).isEmpty();
        log.add(line(1));
        log.soFar(read::add);
        assertThat(read).containsExactly(line(1));
    }

    @Test
    void onlyTheNewestLinesAreKept() throws InterruptedException {
        ExecutionLog log = new ExecutionLog();
        for (int i = 0; i < 100_010; i++) {
            log.add(line(i));
        }
        log.end();
        List<LogLine> read = new ArrayList<>();
        log.follow(read::add);
        assertThat(read).hasSize(100_000).startsWith(line(10)).endsWith(line(100_009));
    }
}
