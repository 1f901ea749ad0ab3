package io.eagleray.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The {@code eagleray} program. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends this JVM with its exit code.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        WarmUp.begin();
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Map<String, String> variables = System.getenv();
        Commentary says = new Commentary(err, isTerminal(variables), System::nanoTime);
        System.setOut(new PrintStream(new ErasingOutput(System.out, says), true, StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Shell shell = new Shell(variables, Path.of("").toAbsolutePath(), System.in, says);
        int exitCode = Interruptions.during(() -> Cli.execute(shell, out, err, arguments));
        if (exitCode == Cli.OK) {
            ClassArchive.write();
        }
        Selectors.end();
        System.exit(exitCode);
    }

    /** Whether standard error is one. Java cannot ask that; the wrapper script can, and says what it found. */
    private static boolean isTerminal(Map<String, String> variables) {
        return Boolean.getBoolean("eagleray.terminal") && !"dumb".equals(variables.get("TERM"));
    }
}
