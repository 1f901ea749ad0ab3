package io.eagleray.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.LogLine;
import io.eagleray.client.Progress;
import io.eagleray.parallel.FanOut;
import io.eagleray.parallel.Scope;
import io.eagleray.parallel.ThreadPort;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TaskContextTest {
    private final List<LogLine> logs = new ArrayList<>();
    private final List<Progress> progress = new ArrayList<>();
    private final FanOut.Owner owner = new FanOut.Owner("id", "T.task", logs::add, progress::add);

    private void inAnExecution(Runnable body) throws Exception {
        try (FanOut fanOut = FanOut.over(new ThreadPort(getClass().getClassLoader(), 1), owner)) {
            new Scope(owner, 2, "driver", fanOut).call(() -> {
                body.run();
                return true;
            });
        }
    }

    @Test
    void outsideOfAnExecutionThereIsOneToo() {
        TaskContext context = TaskContext.current();
        assertThat(context.executionId()).isEqualTo("none");
        assertThat(context.attempt()).isEqualTo(1);
        assertThatCode(() -> context.progress(1, 2, "")).doesNotThrowAnyException();
        assertThat(context.logger()).isNotNull();
    }

    @Test
    void knowsItsExecution() throws Exception {
        inAnExecution(() -> {
            assertThat(TaskContext.current().executionId()).isEqualTo("id");
            assertThat(TaskContext.current().task()).isEqualTo("T.task");
            assertThat(TaskContext.current().attempt()).isEqualTo(2);
        });
        assertThat(TaskContext.current().executionId()).isEqualTo("none");
    }

    @Test
    void threadsThatATaskStartsInheritIt() throws Exception {
        List<String> seen = new ArrayList<>();
        inAnExecution(() -> {
            Thread thread = new Thread(() -> seen.add(TaskContext.current().executionId()));
            thread.start();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(seen).containsExactly("id");
    }

    @Test
    void logsLineByLineWithStackTraces() throws Exception {
        inAnExecution(() -> {
            TaskContext.current().logger().warn("one {}\ntwo", 1, new IllegalStateException("boom"));
            TaskContext.current().logger().trace("nothing");
        });
        assertThat(logs).extracting(LogLine::level).containsOnly("WARN");
        assertThat(logs)
                .extracting(LogLine::text)
                .startsWith("one 1", "two", "java.lang.IllegalStateException: boom")
                .anyMatch(text -> text.contains("at " + TaskContextTest.class.getName()));
    }

    @Test
    void refusesProgressThatMakesNoSense() throws Exception {
        inAnExecution(() -> {
            TaskContext context = TaskContext.current();
            context.progress(3, 0, "unknown total");
            assertThatThrownBy(() -> context.progress(3, 2, ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("3 out of 2");
            assertThatThrownBy(() -> context.progress(-1, 2, "")).isInstanceOf(IllegalArgumentException.class);
        });
        assertThat(progress).containsExactly(new Progress("T.task", 3, 0, "unknown total"));
    }
}
