package io.eagleray.cli;

import io.eagleray.call.ValueType;
import io.eagleray.wire.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code --output} of a command, and its standard output. */
final class OutputOption {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How the result is written on standard output: ${COMPLETION-CANDIDATES}. Default: text.")
    private OutputFormat format = OutputFormat.TEXT;

    boolean isJson() {
        return format == OutputFormat.JSON;
    }

    /** Writes a value, for programs. */
    void json(@Nullable Object value, ValueType type) {
        line(Json.write(value, type));
    }

    /** Writes a text as it is. */
    void line(String text) {
        PrintWriter out = out();
        out.println(text);
        out.flush();
    }

    /** Writes tables with an empty line between them, for people. */
    void tables(List<List<List<String>>> tables) {
        String separator = "";
        for (List<List<String>> rows : tables) {
            if (!rows.isEmpty()) {
                out().print(separator);
                Table.print(out(), rows);
                separator = System.lineSeparator();
            }
        }
    }

    void table(List<List<String>> rows) {
        tables(List.of(rows));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(command).commandLine().getOut();
    }
}
