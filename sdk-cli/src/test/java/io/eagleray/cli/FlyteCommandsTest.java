package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.flyte.server.FlyteServer;
import io.eagleray.flyte.server.PodPropeller;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The containers of the backend are processes of this machine. */
@Timeout(300)
class FlyteCommandsTest {
    @TempDir
    private static Path folder;

    private static FlyteServer server;

    @BeforeAll
    static void start() throws IOException {
        server = FlyteServer.start(PodPropeller.ofProcesses(folder.resolve("data")));
        CommandRun registered = run("register", "Demo.greet", "Demo.move", "Demo.fail", "Demo.squares");
        assertThat(registered.err()).doesNotContain("refused");
        assertThat(registered.exitCode()).isEqualTo(Cli.OK);
        assertThat(registered.out().lines()).hasSize(4).allMatch(line -> line.startsWith("registered"));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static CommandRun run(String... arguments) {
        return run(Map.of("EAGLERAY_APP", CommandRun.FIXTURES), arguments);
    }

    private static CommandRun run(Map<String, String> more, String... arguments) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "HOME", folder.toString(),
                "EAGLERAY_CACHE", folder.resolve("cache").toString(),
                "EAGLERAY_BACKEND", server.uri(),
                "EAGLERAY_IMAGE", "none:1"));
        variables.putAll(more);
        return CommandRun.in(folder, variables, "", arguments);
    }

    @Test
    void whatIsThereIsLeftAlone() {
        CommandRun again = run("register", "Demo.greet", "--output", "json");
        assertThat(again.out()).contains("\"result\":\"UNCHANGED\"");
        assertThat(run("plan", "Demo.greet").out()).startsWith("unchanged  Demo.greet@");
        assertThat(run("plan", "Demo.date").out()).startsWith("new  Demo.date@");
        assertThat(run("versions", "Demo.greet").out().lines()).hasSize(1);
        assertThat(run("versions", "Demo.greet", "--output", "json").out()).contains("\"created\":");
        assertThat(run("versions", "Demo.date").err()).contains("no version of Demo.date is registered");
    }

    /** From a folder that has no application. */
    @Test
    void whatIsRegisteredIsExecutedWithoutItsCode() {
        CommandRun greeted = run(Map.of(), "execute", "Demo.greet", "--input", "name=Ray", "--id", "Greeted.1");
        assertThat(greeted.err()).doesNotContain("failed");
        assertThat(greeted.out()).isEqualTo("Hello, Ray!" + System.lineSeparator());
        CommandRun moved = run(
                Map.of(),
                "execute",
                "Demo.move",
                "--input",
                "point={\"x\": 1, \"y\": 2}",
                "--input",
                "direction=NORTH");
        assertThat(moved.lastLine()).isEqualTo("{\"x\":1,\"y\":3}");
        assertThat(run(Map.of(), "status", "Greeted.1").out()).contains("SUCCEEDED");
        assertThat(run(Map.of(), "result", "Greeted.1").lastLine()).isEqualTo("Hello, Ray!");
        assertThat(run(Map.of(), "executions").out()).contains("Greeted.1", "Demo.greet");
        assertThat(run(Map.of(), "logs", "Greeted.1").out()).contains("http://ray.example/greeted-1-");
        assertThat(run(Map.of(), "cancel", "Greeted.1").exitCode()).isEqualTo(Cli.OK);
    }

    @Test
    void aFailureHasTheRemoteStackTrace() {
        CommandRun failed = run(Map.of(), "execute", "Demo.fail", "--input", "message=no luck");
        assertThat(failed.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(failed.err()).contains("no luck").contains("at fixture.Demo.fail(Demo.java:");
    }

    @Test
    void runShipsTheCodeThatIsHere() {
        CommandRun squares = run("run", "Demo.greet", "--input", "name=again");
        assertThat(squares.lastLine()).isEqualTo("Hello, again!");
        CommandRun detached = run("run", "Demo.greet", "--input", "name=x", "--detach", "--id", "left");
        assertThat(detached.out()).isEqualTo("left" + System.lineSeparator());
    }

    @Test
    void dryRunWritesFiles() {
        CommandRun written = run("register", "--dry-run", "-o", "out dir", "Demo.greet");
        assertThat(written.exitCode()).isEqualTo(Cli.OK);
        assertThat(folder.resolve("out dir/Demo.greet.pb")).isNotEmptyFile();
        assertThat(written.out()).matches("written +Demo\\.greet@[0-9a-f]{32}\\R");
    }

    @ParameterizedTest
    @CsvSource({
        "register --dry-run, --dry-run and -o DIR go together",
        "register -o out, --dry-run and -o DIR go together",
        "register Demo.great, did you mean",
        "register --backend local, is no Flyte",
        "execute Demo.none --input name=x, has no task",
        "execute Demo.greet@v9 --input name=x, in version v9",
        "execute Demo.greet --input nam=x, there is no such input",
        "execute Demo.greet --input name, is not of the form name=value",
        "execute Demo.greet --input name=x --id -, execution id",
        "versions, Missing required parameter: 'TASK'",
    })
    void whatIsWrongIsSaid(String command, String message) {
        CommandRun run = run(command.split(" ", -1));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(Cli.USAGE);
        assertThat(run.err()).contains(message);
    }

    @Test
    void theDoctorLooks() {
        CommandRun run = run("doctor");
        assertThat(run.exitCode()).isEqualTo(Cli.OK);
        assertThat(run.out())
                .contains("Flyte v1.16.8 at " + server.authority() + ", shown nothing")
                .contains("project flytesnacks, domain development")
                .contains("code goes to file://")
                .contains("none:1, for tasks that name none");
    }

    @Test
    void anImageIsNeeded() {
        CommandRun run =
                run(Map.of("EAGLERAY_APP", CommandRun.FIXTURES, "EAGLERAY_IMAGE", ""), "register", "Demo.nothing");
        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.err()).contains("EAGLERAY_IMAGE");
    }
}
