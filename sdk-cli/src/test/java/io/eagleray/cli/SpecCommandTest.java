package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpecCommandTest {

    @Test
    void refusesUnknownTasks() {
        CommandRun run = CommandRun.onFixtures("spec", "Demo.greets");
        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.err()).contains("did you mean \"Demo.greet\"?");
        assertThat(CommandRun.onFixtures("spec").exitCode()).isEqualTo(Cli.USAGE);
    }

    @Test
    void summarizesForPeople() {
        assertThat(CommandRun.onFixtures("spec", "Demo.squares")
                        .out()
                        .lines()
                        .map(line -> line.replaceAll(" {2,}", "|")))
                .contains(
                        "task|Demo.squares(int n): List<Integer>",
                        "description|The squares of the first n numbers",
                        "Ray job|yes",
                        "|workers workers|2 (2 to 2)",
                        "|address|embedded")
                .anySatisfy(line -> assertThat(line)
                        .matches(
                                "source\\|fixture\\.Demo\\.squares \\(fixture/Demo\\.java:\\d+, in .*test-classes\\)"));
    }

    @Test
    void printsTheSpecForPrograms() {
        assertThat(CommandRun.onFixtures("spec", "Demo.greet", "--output", "json")
                        .out())
                .startsWith("{\"name\":\"Demo.greet\",\"description\":\"Says hello\",\"method\":\"greet\",")
                .contains("\"inputs\":[{\"name\":\"name\",\"type\":{\"name\":\"java.lang.String\",\"arguments\":[]}}]")
                .contains("\"rayJob\":null");
    }
}
