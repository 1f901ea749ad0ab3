package io.eagleray.backend.ray;

import static io.eagleray.backend.ray.FakeHead.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Eagleray;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.LogLine;
import io.eagleray.client.Outcome;
import io.eagleray.client.Progress;
import io.eagleray.client.State;
import io.eagleray.client.UntypedExecution;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Executions that another process has submitted. */
@Timeout(60)
final class RayExecutionTest {
    private static final String JOBS = "/api/jobs/";
    private static final String OTHERS = FakeHead.job("others", "RUNNING", "d");

    private final FakeHead head = new FakeHead();
    private final List<Progress> progress = new ArrayList<>();

    RayExecutionTest() throws IOException {
        head.on("GET /api/version", json("{\"version\":\"4\",\"ray_version\":\"2.60.0\",\"session_name\":\"s_1\"}"));
    }

    @AfterEach
    void close() {
        head.close();
    }

    private Eagleray connect() {
        return Eagleray.builder()
                .backend(head.uri().toString())
                .variables(Map.of("RAY_AUTH_TOKEN", FakeHead.TOKEN))
                .progress(progress::add)
                .connect();
    }

    private static String job(String id, String status, long started) {
        return FakeHead.job(id, status, "d")
                .replace("\"start_time\":1", "\"start_time\":" + started)
                .replace("\"eagleray_digest\"", "\"eagleray_task\":\"Some.task\",\"eagleray_digest\"");
    }

    @Test
    void whatIsNotKnownIsRefused() {
        head.on("GET " + JOBS + "gone", FakeHead.status(404, "text/plain", "Job gone does not exist"));
        head.on("GET " + JOBS + "others", json(OTHERS));
        try (Eagleray eagleray = connect()) {
            for (String id : List.of("gone", "others")) {
                assertThatThrownBy(() -> eagleray.attach(id))
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessage("no execution \"" + id + "\" is known to " + head.uri()
                                + ": `eagleray executions` lists those that are");
            }
            assertThatThrownBy(() -> eagleray.attach("../version"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("\"../version\" is no id of a job");
        }
        assertThat(head.requests()).noneMatch(request -> request.contains(".."));
    }

    @Test
    void withoutABackendNothingIsStarted() {
        try (Eagleray eagleray = Eagleray.builder().variables(Map.of()).connect()) {
            assertThatThrownBy(() -> eagleray.attach("some-id"))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("no execution \"some-id\" is known here")
                    .hasMessageContaining("end with the process that started them")
                    .hasMessageContaining("EAGLERAY_BACKEND");
            assertThat(eagleray.executions()).isEmpty();
        }
    }

    @Test
    void aFreshConnectionListsOursNewestFirst() {
        head.on(
                "GET " + JOBS,
                json("[" + job("old", "SUCCEEDED", 1_000) + "," + OTHERS + "," + job("new", "RUNNING", 2_000) + "]"));
        try (Eagleray eagleray = connect()) {
            assertThat(eagleray.executions())
                    .containsExactly(
                            new ExecutionSummary(
                                    "new", "Some.task", State.RUNNING, Instant.ofEpochSecond(2), Optional.empty(), ""),
                            new ExecutionSummary(
                                    "old",
                                    "Some.task",
                                    State.SUCCEEDED,
                                    Instant.ofEpochSecond(1),
                                    Optional.empty(),
                                    ""));
        }
    }

    @Test
    void aFreshConnectionReadsTheLogAsFarAsItIs() {
        head.on("GET " + JOBS + "a-1", json(job("a-1", "RUNNING", 1)));
        head.on(
                "GET " + JOBS + "a-1/logs",
                json("{\"logs\":\"Running entrypoint for job a-1: java\\n"
                        + "2026-01-02T03:04:05Z WARN [worker 1] hot\\n"
                        + "2026-01-02T03:04:05Z PROGRESS [Some.task] 1/2 half\\nprinted\"}"));
        try (Eagleray eagleray = connect()) {
            UntypedExecution found = eagleray.attach("a-1");
            List<LogLine> lines = new ArrayList<>();
            found.logsSoFar(lines::add);
            assertThat(lines).extracting(LogLine::text).containsExactly("hot", "printed");
            assertThat(lines).extracting(LogLine::source).containsExactly("worker 1", "driver");
            assertThat(progress)
                    .as("what was under way when the log was written")
                    .isEmpty();
            assertThat(found.dashboard()).hasValue(java.net.URI.create(head.uri() + "/#/jobs/a-1"));
        }
    }

    @Test
    void theMessageLeavesOutTheLogThatRayRepeats() {
        String failed = job("a-1", "FAILED", 1)
                .replace(
                        "\"message\":null",
                        "\"driver_exit_code\":1,\"message\":\"Job entrypoint command failed with exit code 1, last"
                                + " available logs (truncated to 20,000 chars):\\nmuch\\nmore\"");
        head.on("GET " + JOBS + "a-1", json(failed));
        head.on(
                "GET " + JOBS + "a-2",
                json(job("a-2", "FAILED", 1).replace("\"message\":null", "\"message\":\"no\\npip\"")));
        try (Eagleray eagleray = connect()) {
            assertThat(eagleray.attach("a-1").summary().message())
                    .isEqualTo("Job entrypoint command failed with exit code 1");
            assertThat(eagleray.attach("a-2").summary().message()).isEqualTo("no pip");
        }
    }

    @Test
    void whoWaitsIsToldWhatForOnce() {
        String pending = job("a-1", "PENDING", 1).replace("\"message\":null", "\"message\":\"no free\\nCPU\"");
        head.on("GET " + JOBS + "a-1", json(pending), json(pending), json(pending), json(job("a-1", "FAILED", 1)));
        try (Eagleray eagleray = connect()) {
            assertThat(eagleray.attach("a-1").outcome(Duration.ofSeconds(30))).isInstanceOf(Outcome.Failed.class);
        }
        assertThat(progress).containsOnlyOnce(Progress.of("pending", "no free CPU"));
    }

    @Test
    void anInterruptedThreadCancels() {
        head.on("GET " + JOBS + "a-1", json(job("a-1", "RUNNING", 1)));
        head.on("POST " + JOBS + "a-1/stop", json("{\"stopped\":true}"));
        try (Eagleray eagleray = connect()) {
            UntypedExecution found = eagleray.attach("a-1");
            Thread.currentThread().interrupt();
            found.cancel();
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(head.requests()).endsWith("POST " + JOBS + "a-1/stop");
    }

    @Test
    void aHeadThatHasForgottenTheJobIsToldOf() {
        head.on(
                "GET " + JOBS + "a-1",
                json(job("a-1", "RUNNING", 1)),
                FakeHead.status(404, "text/plain", "Job a-1 does not exist"));
        head.on("GET " + JOBS + "a-1/logs", FakeHead.status(404, "text/plain", "Job a-1 does not exist"));
        try (Eagleray eagleray = connect()) {
            UntypedExecution found = eagleray.attach("a-1");
            assertThatThrownBy(() -> found.logsSoFar(line -> {}))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("A head forgets its jobs then");
        }
    }
}
