package io.eagleray.cli;

import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.TaskTimeoutException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
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

    private Cli() {}

    static CommandLine of(Shell shell, PrintWriter out, PrintWriter err) {
        return new CommandLine(new EaglerayCommand(shell))
                .setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setParameterExceptionHandler((e, arguments) -> misused(e))
                .setExecutionExceptionHandler((e, commandLine, parsed) -> failed(e, shell));
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
