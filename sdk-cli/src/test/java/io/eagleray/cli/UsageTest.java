package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void refusesWhatItDoesNotKnow() {
        CommandRun command = CommandRun.onFixtures("task");
        assertThat(command.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(command.out()).isEmpty();
        assertThat(command.err())
                .startsWith("eagleray: Unmatched argument at index 0: 'task'")
                .contains("Did you mean: eagleray tasks")
                .endsWith("Try 'eagleray --help' for more.\n");
        CommandRun option = CommandRun.onFixtures("tasks", "--outptu", "json");
        assertThat(option.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(option.err()).contains("--outptu", "--output").endsWith("Try 'eagleray tasks --help' for more.\n");
        assertThat(CommandRun.onFixtures().err()).startsWith("eagleray: a command is missing");
        assertThat(CommandRun.onFixtures().exitCode()).isEqualTo(Cli.USAGE);
        assertThat(CommandRun.onFixtures("tasks", "--output", "xml").err())
                .contains("expected one of [TEXT, JSON] (case-insensitive) but was 'xml'");
    }

    @Test
    void helps() {
        CommandRun help = CommandRun.onFixtures("--help");
        assertThat(help.exitCode()).isEqualTo(Cli.OK);
        assertThat(help.out()).contains("run", "tasks", "spec", "bundle", "config", "completion", "--backend", "130");
        assertThat(CommandRun.onFixtures("run", "--help").out())
                .contains("--input=NAME=VALUE", "--inputs=FILE|-", "--timeout=D", "--classpath=CP");
    }

    @Test
    void tellsItsVersion() {
        CommandRun version = CommandRun.onFixtures("--version");
        assertThat(version.exitCode()).isEqualTo(Cli.OK);
        assertThat(version.out()).matches("eagleray \\d+\\.\\d+\\.\\d+\\S*\\RJava \\S+\\R");
    }
}
