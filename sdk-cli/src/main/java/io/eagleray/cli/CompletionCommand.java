package io.eagleray.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the completion script of a shell. */
@Command(
        name = "completion",
        description = "Prints a script that completes this command in a shell.",
        footerHeading = "%nTo use it%n",
        footer = {
            "bash: source <(eagleray completion bash)",
            "zsh:  source <(eagleray completion zsh)",
            "fish: eagleray completion fish | source"
        })
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    private Target shell = Target.BASH;

    /** The shells that are known. */
    enum Target {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        CommandSpec own = Objects.requireNonNull(spec);
        CommandLine root = own.root().commandLine();
        String name = own.root().name();
        // zsh reads bash's script, through the bashcompinit that the script itself asks for
        own.commandLine()
                .getOut()
                .print(shell == Target.FISH ? FishCompletion.of(root) : AutoComplete.bash(name, root));
        own.commandLine().getOut().flush();
        return Cli.OK;
    }
}
