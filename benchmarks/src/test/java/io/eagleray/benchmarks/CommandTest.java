package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
    @TempDir
    private Path folder;

    @Test
    void keepsOutputAndComplaintsApart() {
        Command command = shell("printf \"$WORD$END\"; printf no >&2")
                .with(Map.of("WORD", "yes", "END", "?"))
                .with(Map.of("END", "!"));
        assertThat(command.time()).isPositive();
        assertThat(command.output()).content().isEqualTo("yes!");
        assertThat(command.complaints()).content().isEqualTo("no");
    }

    @Test
    void aFailureShowsWhatWasSaid() {
        Command command = shell("echo begun; echo 'no such file' >&2; exit 3");
        assertThatThrownBy(command::time)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("failed (exit code 3):\nbegun\nno such file");
    }

    @Test
    void aProgramThatDoesNotExistIsNamed() {
        Command command = Command.of(folder, folder.resolve("out"), "no-such-program");
        assertThatThrownBy(command::time).hasMessageContaining("cannot run [no-such-program]");
    }

    private Command shell(String script) {
        return Command.of(folder, folder.resolve("out"), "sh", "-c", script);
    }
}
