package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    private Path folder;

    @Test
    void refusesUnknownTasksAndNamesTheNearest() {
        CommandRun run = CommandRun.onFixtures("run", "Demo.square", "--input", "n=10");
        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("eagleray: there is no task \"Demo.square\": did you mean \"Demo.squares\"?")
                .contains("`eagleray tasks` lists all");
        assertThat(CommandRun.onFixtures("run", "squares").err()).contains("did you mean \"Demo.squares\"?");
        assertThat(CommandRun.onFixtures("run", "Completely.different").err())
                .contains("there is no task \"Completely.different\": `eagleray tasks` lists the");
    }

    @Test
    void reportsEveryBadInputAtOnce() {
        CommandRun run = CommandRun.onFixtures(
                "run",
                "Demo.move",
                "--input",
                "pont={}",
                "--input",
                "direction=WEST",
                "--input",
                "direction=EAST",
                "--input",
                "=5",
                "--input",
                "x");
        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.err().lines().map(String::strip))
                .contains(
                        "eagleray: the inputs do not fit Demo.move(fixture.Demo$Point point, fixture.Demo$Direction direction):",
                        "input \"direction\" is given twice",
                        "--input \"=5\" is not of the form name=value",
                        "--input \"x\" is not of the form name=value",
                        "input \"pont\" is unknown: did you mean \"point\"?",
                        "input \"point\" is missing: a value of type fixture.Demo$Point was expected")
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "input \"direction\": a value of type fixture.Demo$Direction was expected, but given"
                                        + " was \"WEST\" ("));
    }

    @Test
    void saysWhichTypeAnInputShouldHave() {
        CommandRun run = CommandRun.onFixtures("run", "Demo.squares", "--input", "n=ten");
        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.err()).contains("input \"n\": a value of type int was expected, but given was ten (");
        assertThat(CommandRun.onFixtures("run", "Demo.squares", "--input", "n=1.5")
                        .exitCode())
                .isEqualTo(Cli.USAGE);
        assertThat(CommandRun.onFixtures("run", "Demo.squares", "--input", "n=99999999999")
                        .exitCode())
                .isEqualTo(Cli.USAGE);
        assertThat(CommandRun.onFixtures("run", "Demo.squares", "--input", "n=").exitCode())
                .isEqualTo(Cli.USAGE);
        assertThat(CommandRun.onFixtures("run", "Demo.nothing", "--input", "n=1")
                        .err())
                .contains("input \"n\" is unknown: the task takes no inputs");
    }

    @Test
    void printsTheResultAsJson() {
        CommandRun run = CommandRun.onFixtures("run", "Demo.squares", "--input", "n=10");
        assertThat(run.err()).isEmpty();
        assertThat(run).isEqualTo(new CommandRun(Cli.OK, "[0,1,4,9,16,25,36,49,64,81]" + System.lineSeparator(), ""));
    }

    @Test
    void takesTextsEnumsAndTimesAsTheyAreWritten() {
        assertThat(CommandRun.onFixtures("run", "Demo.greet", "--input", "name=\"Ada\" = é 10")
                        .out())
                .isEqualTo("Hello, \"Ada\" = é 10!" + System.lineSeparator());
        assertThat(CommandRun.onFixtures(
                                "run",
                                "Demo.move",
                                "--input",
                                "point={\"x\": 1, \"y\": 2}",
                                "--input",
                                "direction=NORTH")
                        .out())
                .isEqualTo("{\"x\":1,\"y\":3}" + System.lineSeparator());
        assertThat(CommandRun.onFixtures("run", "Demo.date", "--input", "day=2026-02-28", "--input", "later=\"PT24H\"")
                        .out())
                .isEqualTo("2026-03-01" + System.lineSeparator());
    }

    @Test
    void readsInputsFromAFileOrStandardInput() throws IOException {
        Path file = Files.writeString(folder.resolve("inputs.json"), "{\"day\": \"2026-02-28\", \"later\": null}");
        assertThat(CommandRun.onFixtures("run", "Demo.date", "--inputs", file.toString())
                        .lastLine())
                .isEqualTo("2026-02-28");
        CommandRun piped = fromStandardInput("{\"n\":\t3 }\n");
        assertThat(piped.lastLine()).isEqualTo("[0,1,4]");
    }

    @Test
    void takesTextsThatAreLong() throws IOException {
        Path file = Files.writeString(folder.resolve("long.json"), "{\"name\": \"" + "x".repeat(21_000_000) + "\"}");
        CommandRun run = CommandRun.onFixtures("run", "Demo.greet", "--inputs", file.toString());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(Cli.OK);
        assertThat(run.out()).hasSize("Hello, !\n".length() + 21_000_000);
    }

    @Test
    void refusesInputsThatAreNoObject() {
        assertThat(fromStandardInput("[3]").err()).contains("standard input holds no JSON object");
        assertThat(fromStandardInput("").err()).contains("standard input holds no JSON object");
        assertThat(fromStandardInput("{\"n\": 3").err()).contains("standard input is no JSON");
        assertThat(fromStandardInput("{\"n\": 3} 4").err()).contains("goes on after its JSON object has ended");
        assertThat(fromStandardInput("{\"n\": 3, \"n\": 4, \"m\": 5}").err())
                .contains(
                        "input \"n\" is given twice in standard input", "input \"m\" is unknown: did you mean \"n\"?");
        assertThat(fromStandardInput("[3]").exitCode()).isEqualTo(Cli.USAGE);
        CommandRun missing = CommandRun.onFixtures("run", "Demo.squares", "--inputs", "no-such-file.json");
        assertThat(missing.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(missing.err()).contains("cannot read the inputs from no-such-file.json");
    }

    @Test
    void takesInputsInOneWayOnly() {
        CommandRun run = CommandRun.onFixtures("run", "Demo.squares", "--input", "n=1", "--inputs", "-");
        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.err()).contains("--input=NAME=VALUE, --inputs=FILE|- are mutually exclusive");
    }

    @Test
    void printsNothingForATaskThatReturnsNothing() {
        assertThat(CommandRun.onFixtures("run", "Demo.nothing")).isEqualTo(new CommandRun(Cli.OK, "", ""));
    }

    @Test
    void printsTheRemoteStackTraceOfAFailure() {
        CommandRun run = CommandRun.onFixtures("run", "Demo.fail", "--input", "message=out of paper");
        assertThat(run.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .containsPattern("eagleray: Demo.fail \\(.+\\) failed: java.lang.IllegalStateException: out of paper\n")
                .containsPattern("\tat fixture.Demo.fail\\(Demo.java:\\d+\\)\n")
                .contains("Caused by: java.lang.IllegalArgumentException: the cause of it\n");
    }

    @Test
    void printsOneObjectForPrograms() {
        CommandRun ok = CommandRun.onFixtures("run", "Demo.squares", "--input", "n=3", "--output", "json");
        assertThat(ok.out())
                .matches("\\{\"id\":\"[^\"]+\",\"task\":\"Demo.squares\",\"state\":\"SUCCEEDED\",\"result\":\\[0,1,4],"
                        + "\"error\":null,\"reason\":null,\"dashboard\":null}\n");
        CommandRun failed =
                CommandRun.onFixtures("run", "Demo.fail", "--input", "message=out of paper", "--output", "JSON");
        assertThat(failed.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(failed.out())
                .contains(
                        "\"state\":\"FAILED\",\"result\":null,\"error\":{\"type\":\"java.lang.IllegalStateException\","
                                + "\"message\":\"out of paper\",\"stackTrace\":[{\"className\":\"fixture.Demo\"");
        assertThat(CommandRun.onFixtures("run", "Demo.nothing", "--output", "json")
                        .out())
                .contains("\"state\":\"SUCCEEDED\",\"result\":null,");
    }

    @Test
    void cancelsWhatTakesLongerThanItMay() {
        CommandRun run = CommandRun.onFixtures("run", "Demo.sleep", "--input", "millis=600000", "--timeout", "300ms");
        assertThat(run.exitCode()).isEqualTo(Cli.TIMED_OUT);
        assertThat(run.err()).contains("Demo.sleep");
        CommandRun json = CommandRun.onFixtures(
                "run", "Demo.sleep", "--input", "millis=600000", "--timeout", "PT0.3S", "--output", "json");
        assertThat(json.exitCode()).isEqualTo(Cli.TIMED_OUT);
        assertThat(json.out()).contains("\"error\":{\"type\":\"io.eagleray.client.TaskTimeoutException\"");
    }

    @Test
    void refusesTimeoutsThatAreNone() {
        assertThat(CommandRun.onFixtures("run", "Demo.nothing", "--timeout", "soon")
                        .err())
                .contains("\"soon\" is no duration: write it like 90s, 15m, 2h or PT1M30S");
        CommandRun zero = CommandRun.onFixtures("run", "Demo.nothing", "--timeout", "0s");
        assertThat(zero.err()).contains("\"0s\" is not positive");
        assertThat(zero.exitCode()).isEqualTo(Cli.USAGE);
    }

    @Test
    void tellsProgressUnlessItIsToBeQuiet() {
        assertThat(CommandRun.onFixtures("run", "Demo.sleep", "--input", "millis=1")
                        .err())
                .contains("Demo.sleep 1/2 (50 %): sleeping");
        assertThat(CommandRun.onFixtures("run", "Demo.sleep", "--input", "millis=1", "--quiet"))
                .isEqualTo(new CommandRun(Cli.OK, "1" + System.lineSeparator(), ""));
    }

    @Test
    void refusesABackendThatIsNone() {
        CommandRun run = CommandRun.onFixtures("run", "Demo.nothing", "--backend", "ray://head:10001");
        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.err()).contains("is a Ray Client address");
    }

    @Test
    void usesTheBackendOfTheAnnotationWhenNoneIsNamed() {
        CommandRun run = CommandRun.in(
                Path.of(""), Map.of("EAGLERAY_APP", CommandRun.FIXTURES), "", "run", "Demo.squares", "--input", "n=2");
        assertThat(run).isEqualTo(new CommandRun(Cli.OK, "[0,1]" + System.lineSeparator(), ""));
    }

    private static CommandRun fromStandardInput(String text) {
        return CommandRun.in(
                Path.of(""),
                Map.of("EAGLERAY_APP", CommandRun.FIXTURES, "EAGLERAY_BACKEND", "embedded"),
                text,
                "run",
                "Demo.squares",
                "--inputs",
                "-");
    }
}
