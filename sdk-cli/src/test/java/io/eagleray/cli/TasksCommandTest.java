package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksCommandTest {

    @Test
    void listsNameSignatureAndDescription() {
        CommandRun run = CommandRun.onFixtures("tasks");
        assertThat(run.exitCode()).isEqualTo(Cli.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().map(line -> line.strip().replaceAll(" {2,}", " | ")))
                .startsWith("TASK | SIGNATURE | DESCRIPTION")
                .contains(
                        "Demo.date | (LocalDate day, Optional<Duration> later): String",
                        "Demo.greet | (String name): String | Says hello",
                        "Demo.move | (Demo.Point point, Demo.Direction direction): Demo.Point",
                        "Demo.nothing | (): void",
                        "Demo.squares | (int n): List<Integer> | The squares of the first n numbers");
    }

    @Test
    void listsSpecsForPrograms() {
        CommandRun run = CommandRun.onFixtures("tasks", "--output", "json");
        assertThat(run.out()).startsWith("[{\"name\":\"Demo.date\"").endsWith("]\n");
        assertThat(run.out())
                .contains(CommandRun.onFixtures("spec", "Demo.squares", "--output=json")
                        .lastLine());
    }

    @Test
    void saysSoWhenThereAreNone(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("META-INF/eagleray"));
        CommandRun run = CommandRun.in(folder, Map.of(), "", "tasks");
        assertThat(run.exitCode()).isEqualTo(Cli.OK);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("the application has no tasks: annotate a static method with @Task");
        assertThat(CommandRun.in(folder, Map.of(), "", "tasks", "--output", "json")
                        .out())
                .isEqualTo("[]\n");
    }
}
