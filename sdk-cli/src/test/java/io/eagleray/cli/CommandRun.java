package io.eagleray.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command that has been run in this JVM.
 *
 * @param exitCode its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandRun(int exitCode, String out, String err) {

    /** The folder that holds the compiled fixtures. */
    static final String FIXTURES =
            Path.of("target/test-classes").toAbsolutePath().toString();

    /** Runs a command on the fixtures, embedded. */
    static CommandRun onFixtures(String... arguments) {
        return in(Path.of(""), Map.of("EAGLERAY_APP", FIXTURES, "EAGLERAY_BACKEND", "embedded"), "", arguments);
    }

    static CommandRun in(Path directory, Map<String, String> variables, String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Shell shell = new Shell(
                variables,
                directory.toAbsolutePath(),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new Commentary(new PrintWriter(err, true), false, System::nanoTime));
        int exitCode = Cli.execute(shell, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    String lastLine() {
        List<String> lines = out.lines().toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}
