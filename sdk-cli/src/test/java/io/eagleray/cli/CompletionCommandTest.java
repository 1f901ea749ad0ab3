package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    @TempDir
    private Path folder;

    @Test
    void refusesOtherShells() {
        CommandRun run = CommandRun.onFixtures("completion", "tcsh");
        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.err()).contains("expected one of [BASH, ZSH, FISH]");
    }

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        String script = CommandRun.onFixtures("completion", "bash").out();
        assertThat(CommandRun.onFixtures("completion", "zsh").out()).isEqualTo(script);
        assertThat(completions(script, "eagleray", "")).contains("run", "tasks", "spec", "config", "completion");
        assertThat(completions(script, "eagleray", "run", "--inp")).containsExactlyInAnyOrder("--input", "--inputs");
        assertThat(completions(script, "eagleray", "tasks", "--output", "")).containsExactly("text", "json");
    }

    @Test
    void fishKnowsTheWholeCommand() {
        assertThat(CommandRun.onFixtures("completion", "fish").out().lines())
                .startsWith("complete -c eagleray -f")
                .contains(
                        "complete -c eagleray -n __fish_use_subcommand -a tasks -d 'Lists the application\\'s tasks:"
                                + " name, signature and description.'",
                        "complete -c eagleray -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'",
                        "complete -c eagleray -n '__fish_seen_subcommand_from run' -l quiet -d 'No progress and no"
                                + " notices on standard error.'")
                .anyMatch(line -> line.startsWith("complete -c eagleray -l app -r -F -d '"))
                .anyMatch(line -> line.startsWith("complete -c eagleray -s h -l help -d '"))
                .anyMatch(line -> line.startsWith(
                        "complete -c eagleray -n '__fish_seen_subcommand_from spec' -l output -x -a 'text json' -d '"));
    }

    /** What bash itself offers for the last word. */
    private List<String> completions(String script, String... words) throws Exception {
        Path file = Files.writeString(folder.resolve("completion.bash"), script);
        String call = "source '" + file + "'; COMP_WORDS=(" + String.join(" ", quoted(words)) + "); COMP_CWORD="
                + (words.length - 1) + "; _complete_eagleray; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "-c", call)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        return out.lines().map(String::strip).toList();
    }

    private static List<String> quoted(String... words) {
        return List.of(words).stream().map(word -> "'" + word + "'").toList();
    }
}
