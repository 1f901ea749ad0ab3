package io.eagleray.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The completion script for fish, from the model of the command: picocli writes one for bash and zsh only. */
final class FishCompletion {
    private static final Set<String> FILES = Set.of("FILE", "FILE|-", "DIR|JAR", "CP");

    private final String name;
    private final List<String> lines = new ArrayList<>();

    private FishCompletion(String name) {
        this.name = name;
    }

    static String of(CommandLine root) {
        FishCompletion script = new FishCompletion(root.getCommandName());
        script.add("-f");
        root.getCommandSpec().options().forEach(option -> script.option("", option));
        root.getSubcommands().forEach((command, subcommand) -> script.subcommand(command, subcommand.getCommandSpec()));
        return String.join("\n", script.lines) + "\n";
    }

    private void subcommand(String command, CommandSpec spec) {
        add("-n __fish_use_subcommand -a " + command
                + description(spec.usageMessage().description()));
        String condition = "-n '__fish_seen_subcommand_from " + command + "' ";
        spec.options().stream().filter(option -> !option.inherited()).forEach(option -> option(condition, option));
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            if (parameter.completionCandidates() != null) {
                add(condition + "-a '" + candidates(parameter) + "'");
            }
        }
    }

    private void option(String condition, OptionSpec option) {
        StringBuilder line = new StringBuilder(condition);
        for (String optionName : option.names()) {
            line.append(optionName.startsWith("--") ? "-l " : "-s ")
                    .append(optionName.replaceFirst("^-+", ""))
                    .append(' ');
        }
        if (option.completionCandidates() != null) {
            line.append("-x -a '").append(candidates(option)).append("' ");
        } else if (option.arity().max() > 0) {
            line.append(FILES.contains(option.paramLabel()) ? "-r -F " : "-x ");
        }
        add(line.toString().strip() + description(option.description()));
    }

    private static String candidates(ArgSpec argument) {
        return String.join(
                " ",
                StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                        .toList());
    }

    private static String description(String[] description) {
        return description.length == 0
                ? ""
                : " -d '"
                        + description[0]
                                .replace("${COMPLETION-CANDIDATES}", "…")
                                .replace("\\", "\\\\")
                                .replace("'", "\\'")
                        + "'";
    }

    private void add(String arguments) {
        lines.add("complete -c " + name + " " + arguments);
    }
}
