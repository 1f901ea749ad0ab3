package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eagleray.bundle.Sha256;
import io.eagleray.call.ValueType;
import io.eagleray.wire.Envelope;
import io.eagleray.wire.Values;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that find executions again, from a folder without an application. */
@Timeout(60)
class ExecutionCommandsTest {
    private static final List<String> WITH_ID = List.of("status", "logs", "result", "cancel");

    private final List<String> stopped = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> outcomes = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    private HttpServer head;

    @BeforeEach
    void start() throws IOException {
        head = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/", 404, "Job of this id does not exist");
        answer("/api/version", 200, "{\"version\":\"4\",\"ray_version\":\"2.60.0\"}");
        String running = job("a-1", "RUNNING", 1_000, "null");
        String failed = job("a-2", "FAILED", 61_000, "81500");
        answer("/api/jobs/", 200, "[" + running + "," + failed + "]");
        answer("/api/jobs/a-1", 200, running);
        answer("/api/jobs/a-2", 200, failed);
        answer("/api/jobs/a-3", 200, job("a-3", "STOPPED", 1_000, "2000"));
        answer("/api/jobs/no-such-id", 404, "Job no-such-id does not exist");
        answer("/api/jobs/a-1/logs", 200, "{\"logs\":\"2026-01-02T03:04:05Z WARN [worker 1] hot\\nprinted\\n\"}");
        head.createContext("/api/jobs/a-1/stop", exchange -> {
            stopped.add("a-1");
            send(exchange, 200, "{\"stopped\":true}");
        });
        head.createContext("/api/v0/logs/file", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            String file = query.replaceAll(".*&filename=([^&]*).*", "$1");
            send(exchange, 200, "application/octet-stream", Objects.requireNonNull(outcomes.get(file)));
        });
        head.start();
    }

    private void answer(String path, int status, String text) {
        head.createContext(path, exchange -> send(exchange, status, text));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        String type = text.startsWith("Job") ? "text/plain" : "application/json";
        send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String job(String id, String status, long started, String ended) {
        return "{\"type\":\"SUBMISSION\",\"submission_id\":\"" + id + "\",\"status\":\"" + status
                + "\",\"entrypoint\":\"true\",\"message\":\"the " + status + " one\",\"start_time\":" + started
                + ",\"end_time\":" + ended + ",\"driver_node_id\":null,\"metadata\":{\"eagleray_task\":\"Far.away\"}}";
    }

    @AfterEach
    void end() {
        head.stop(0);
    }

    @Test
    void refuseAnUnknownId() {
        for (String command : WITH_ID) {
            CommandRun run = run(command, "no-such-id");
            assertThat(run.exitCode()).as(command).isEqualTo(Cli.USAGE);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .isEqualTo("eagleray: no execution \"no-such-id\" is known to " + address()
                            + ": `eagleray executions` lists those that are\n");
        }
    }

    @Test
    void refuseAnIdThatIsNone() {
        for (String command : WITH_ID) {
            for (String id : List.of("../version", "a/b", "", " ")) {
                CommandRun run = run(command, id);
                assertThat(run.exitCode()).as(command).isEqualTo(Cli.USAGE);
                assertThat(run.err()).contains("\"" + id + "\" is no id of a job: use letters, digits");
            }
            CommandRun none = run(command);
            assertThat(none.exitCode()).as(command).isEqualTo(Cli.USAGE);
            assertThat(none.err()).startsWith("eagleray: Missing required parameter: 'ID'");
            assertThat(run(command, "a-1", "a-2").exitCode()).as(command).isEqualTo(Cli.USAGE);
        }
    }

    @Test
    void refuseABackendWhoseExecutionsEndWithTheirProcess() {
        Stream<String> all = Stream.concat(WITH_ID.stream().map(command -> command + " a-1"), Stream.of("executions"));
        for (String command : all.toList()) {
            for (String backend : List.of("local", "embedded")) {
                CommandRun run = CommandRun.in(folder, Map.of("EAGLERAY_BACKEND", backend), "", command.split(" "));
                assertThat(run.exitCode()).as(command).isEqualTo(Cli.USAGE);
                assertThat(run.out()).isEmpty();
                assertThat(run.err())
                        .startsWith("eagleray: executions on " + backend + " end with the process that started them")
                        .contains("--backend http(s)://host:port");
            }
            CommandRun none = CommandRun.in(folder, Map.of(), "", command.split(" "));
            assertThat(none.exitCode()).as(command).isEqualTo(Cli.USAGE);
            assertThat(none.err()).contains("executions on local end with the process");
        }
    }

    @Test
    void refuseAFormatThatIsNone() {
        for (String command : WITH_ID) {
            CommandRun run = run(command, "a-1", "--output", "xml");
            assertThat(run.exitCode()).as(command).isEqualTo(Cli.USAGE);
            assertThat(run.err()).contains("expected one of [TEXT, JSON] (case-insensitive) but was 'xml'");
        }
        assertThat(run("executions", "--output", "xml").exitCode()).isEqualTo(Cli.USAGE);
    }

    @Test
    void detachingNeedsABackendWhoseExecutionsGoOn() {
        CommandRun named = CommandRun.onFixtures("run", "Demo.nothing", "--detach");
        assertThat(named.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(named.out()).isEmpty();
        assertThat(named.err()).startsWith("eagleray: executions on embedded end with the process");
        CommandRun byDefault = CommandRun.in(
                folder, Map.of("EAGLERAY_APP", CommandRun.FIXTURES), "", "run", "Demo.nothing", "--detach");
        assertThat(byDefault.err()).startsWith("eagleray: executions on local end with the process");
    }

    @Test
    void anIdOfOnesOwnIsChecked() {
        CommandRun bad = CommandRun.onFixtures("run", "Demo.nothing", "--id", "a/b");
        assertThat(bad.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(bad.err()).contains("execution id \"a/b\" is not usable: write 1 to 63 letters, digits");
        assertThat(CommandRun.onFixtures("run", "Demo.squares", "--input", "n=1", "--id", "own-1", "--output", "json")
                        .out())
                .startsWith("{\"id\":\"own-1\",");
    }

    @Test
    void executionsListsTheNewestFirst() {
        CommandRun text = run("executions");
        assertThat(text.exitCode()).as(text.err()).isEqualTo(Cli.OK);
        List<String> lines = text.out()
                .lines()
                .map(line -> line.strip().replaceAll(" {2,}", " | "))
                .toList();
        assertThat(lines)
                .startsWith(
                        "ID | TASK | STATE | SUBMITTED | TOOK", "a-2 | Far.away | FAILED | 1970-01-01T00:01:01Z | 20 s")
                .hasSize(3);
        assertThat(lines.get(2)).startsWith("a-1 | Far.away | RUNNING | 1970-01-01T00:00:01Z | ");
        assertThat(run("executions", "--output", "json").out())
                .startsWith("[{\"id\":\"a-2\",\"task\":\"Far.away\",\"state\":\"FAILED\",\"submitted\":"
                        + "\"1970-01-01T00:01:01Z\",\"ended\":\"1970-01-01T00:01:21.500Z\",\"message\":")
                .endsWith("\"ended\":null,\"message\":\"the RUNNING one\"}]\n");
    }

    @Test
    void statusShowsOne() {
        CommandRun text = run("status", "a-2");
        assertThat(text.exitCode()).as(text.err()).isEqualTo(Cli.OK);
        assertThat(text.out().lines().map(line -> line.strip().replaceAll(" {2,}", " | ")))
                .containsExactly(
                        "id | a-2",
                        "task | Far.away",
                        "state | FAILED",
                        "submitted | 1970-01-01T00:01:01Z",
                        "took | 20 s",
                        "message | the FAILED one",
                        "dashboard | " + address() + "/#/jobs/a-2");
        assertThat(run("status", "a-1", "--output", "json").out())
                .isEqualTo("{\"id\":\"a-1\",\"task\":\"Far.away\",\"state\":\"RUNNING\",\"submitted\":"
                        + "\"1970-01-01T00:00:01Z\",\"ended\":null,\"message\":\"the RUNNING one\",\"dashboard\":\""
                        + address() + "/#/jobs/a-1\"}\n");
    }

    @Test
    void logsPrintsWhatIsThere() {
        assertThat(run("logs", "a-1")).isEqualTo(new CommandRun(Cli.OK, "[worker 1] hot\n[driver] printed\n", ""));
        assertThat(run("logs", "a-1", "--output", "json").out().lines())
                .hasSize(2)
                .startsWith("{\"time\":\"2026-01-02T03:04:05Z\",\"source\":\"worker 1\",\"level\":\"WARN\","
                        + "\"text\":\"hot\"}");
    }

    @Test
    void cancelTellsTheBackendUnlessItHasEnded() {
        assertThat(run("cancel", "a-2"))
                .isEqualTo(new CommandRun(Cli.OK, "Far.away (a-2) has ended already: it is FAILED\n", ""));
        assertThat(stopped).isEmpty();
        assertThat(run("cancel", "a-1"))
                .isEqualTo(new CommandRun(Cli.OK, "Far.away (a-1) was RUNNING and is told to end\n", ""));
        assertThat(stopped).containsExactly("a-1");
        assertThat(run("cancel", "a-2", "--output", "json").out())
                .isEqualTo(run("status", "a-2", "--output", "json").out());
    }

    @Test
    void resultTellsOfAFailureWithoutTheApplication() {
        CommandRun failed = run("result", "a-2", "--output", "json");
        assertThat(failed.exitCode()).as(failed.err()).isEqualTo(Cli.FAILED);
        assertThat(failed.out())
                .startsWith("{\"id\":\"a-2\",\"task\":\"Far.away\",\"state\":\"FAILED\",\"result\":null,\"error\":{");
        assertThat(failed.err()).contains("Far.away (a-2) failed: ", "its driver ended without an outcome");
        CommandRun cancelled = run("result", "a-3");
        assertThat(cancelled.exitCode()).isEqualTo(Cli.CANCELLED);
        assertThat(cancelled.out()).isEmpty();
        assertThat(cancelled.err()).isEqualTo("eagleray: Far.away (a-3) was cancelled: its job was stopped\n");
    }

    @Test
    void resultNeedsNoApplication() throws IOException {
        ValueType lists = ValueType.of(List.class, ValueType.of(Long.class));
        succeeded(
                "a-4",
                Map.of("b", List.of(2L), "a", List.of()),
                ValueType.of(Map.class, ValueType.of(String.class), lists));
        assertThat(run("result", "a-4")).isEqualTo(new CommandRun(Cli.OK, "{\"a\":[],\"b\":[2]}\n", ""));
        assertThat(run("result", "a-4", "--output", "json").out())
                .isEqualTo(
                        "{\"id\":\"a-4\",\"task\":\"Far.away\",\"state\":\"SUCCEEDED\",\"result\":{\"a\":[],\"b\":[2]},"
                                + "\"error\":null,\"reason\":null,\"dashboard\":\"" + address() + "/#/jobs/a-4\"}\n");
    }

    @Test
    void resultPrintsATextAsItIsAndNothingForNothing() throws IOException {
        succeeded("a-4", "two\n\"lines\"", ValueType.of(String.class));
        assertThat(run("result", "a-4").out()).isEqualTo("two\n\"lines\"\n");
        succeeded("a-5", null, ValueType.of(Void.class));
        assertThat(run("result", "a-5")).isEqualTo(new CommandRun(Cli.OK, "", ""));
        succeeded("a-6", null, ValueType.of(String.class));
        assertThat(run("result", "a-6").out()).isEqualTo("null\n");
    }

    @Test
    void resultGivesUpWhenTheTimeIsOver() {
        CommandRun late = run("result", "a-1", "--timeout", "300ms");
        assertThat(late.exitCode()).isEqualTo(Cli.TIMED_OUT);
        assertThat(late.err()).contains("Far.away (a-1) has not ended after PT0.3S; it is RUNNING, and goes on");
    }

    private void succeeded(String id, @Nullable Object result, ValueType type) throws IOException {
        byte[] envelope = new Envelope.Ok(Values.encode(result, type)).encode();
        String node = "f".repeat(56);
        answer("/api/jobs/" + id, 200, job(id, "SUCCEEDED", 1_000, "2000").replace("null", "\"" + node + "\""));
        String header = "eagleray outcome " + envelope.length + " " + Sha256.of(envelope) + "\n";
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(header.getBytes(StandardCharsets.US_ASCII));
        file.write(envelope);
        outcomes.put("eagleray/" + id + "/outcome", file.toByteArray());
    }

    @Test
    void theyHaveHelp() {
        for (String command : WITH_ID) {
            assertThat(run(command, "--help").out()).as(command).contains("ID", "--output=FORMAT", "--backend=URI");
        }
        assertThat(run("logs", "--help").out()).contains("-f, --follow");
        assertThat(run("--help").out()).contains("executions", "status", "logs", "result", "cancel");
    }

    private String address() {
        return "http://127.0.0.1:" + head.getAddress().getPort();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.in(folder, Map.of("HOME", folder.toString(), "EAGLERAY_BACKEND", address()), "", arguments);
    }
}
