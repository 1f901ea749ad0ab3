package io.eagleray.cli;

import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.TaskTimeoutException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: how it is read, and what becomes of failures. */
final class Cli {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int UNREACHABLE = 3;
    static final int TIMED_OUT = 4;
    static final int CANCELLED = 130;

    private static final List<Class<?>> COMMANDS = List.of(
            RunCommand.class,
            TasksCommand.class,
            SpecCommand.class,
            ExecutionsCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResultCommand.class,
            CancelCommand.class,
            BundleCommand.class,
            RegisterCommand.class,
            PlanCommand.class,
            VersionsCommand.class,
            ExecuteCommand.class,
            ManifestsCommand.class,
            ClustersCommand.class,
            GcCommand.class,
            ConfigCommand.class,
            DoctorCommand.class,
            CompletionCommand.class);

    private Cli() {}

    /**
     * Runs a command line.
     *
     * @return its exit code
     */
    static int execute(Shell shell, PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new EaglerayCommand(shell));
        commands(arguments).forEach(line::addSubcommand);
        return line.setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler((e, given) -> misused(e))
                .setExecutionExceptionHandler((e, commandLine, parsed) -> failed(e, shell))
                .execute(arguments);
    }

    /** The command that comes first, alone: to get all of them ready takes a good part of a short command's time. */
    private static List<Class<?>> commands(String[] arguments) {
        Optional<Class<?>> first = COMMANDS.stream()
                .filter(command -> arguments.length > 0
                        && arguments[0].equals(
                                command.getAnnotation(Command.class).name()))
                .findFirst();
        return first.filter(command -> command != CompletionCommand.class)
                .<List<Class<?>>>map(List::of)
                .orElse(COMMANDS);
    }

    private static int misused(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("eagleray: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.print(command.getHelp().fullSynopsis());
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help' for more.");
        return USAGE;
    }

    private static int failed(Exception e, Shell shell) {
        shell.says().erase();
        shell.says().error(message(e));
        return exitCode(e);
    }

    private static String message(Exception e) {
        if (e instanceof UncheckedIOException) {
            return "cannot read or write a file: " + e.getCause();
        }
        return e instanceof EaglerayException && e.getMessage() != null ? e.getMessage() : trace(e);
    }

    static int exitCode(Exception e) {
        if (e instanceof ConfigurationException || e instanceof UncheckedIOException) {
            return USAGE;
        }
        if (e instanceof BackendException) {
            return UNREACHABLE;
        }
        if (e instanceof TaskTimeoutException) {
            return TIMED_OUT;
        }
        return e instanceof TaskCancelledException ? CANCELLED : FAILED;
    }

    private static String trace(Exception e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return "this should not happen, and is a bug of Eagleray: " + text;
    }
}
