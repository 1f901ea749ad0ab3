package io.eagleray.cli;

import io.eagleray.call.ValueType;
import io.eagleray.client.ExecutionSummary;
import io.eagleray.client.State;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is known of an execution: what {@code status} prints.
 *
 * @param id its id
 * @param task the task's name
 * @param state where it stands
 * @param submitted when it was submitted
 * @param ended when it ended; empty while it runs
 * @param message about its state; may be empty
 * @param dashboard where its dashboard is, if there is one
 */
record ExecutionReport(
        String id,
        String task,
        State state,
        Instant submitted,
        Optional<Instant> ended,
        String message,
        Optional<URI> dashboard) {

    static ExecutionReport of(ExecutionSummary summary, Optional<URI> dashboard) {
        return new ExecutionReport(
                summary.id(),
                summary.task(),
                summary.state(),
                summary.submitted(),
                summary.ended(),
                summary.message(),
                dashboard);
    }

    /** What is printed of an execution that is left alone: its id, or all for programs. */
    static int left(String id, Supplier<ExecutionReport> report, OutputOption output, Commentary says) {
        says.erase();
        if (output.isJson()) {
            report.get().print(output);
        } else {
            output.line(id);
        }
        return Cli.OK;
    }

    void print(OutputOption output) {
        if (output.isJson()) {
            output.json(this, ValueType.of(ExecutionReport.class));
        } else {
            output.table(rows());
        }
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("id", id));
        rows.add(List.of("task", task));
        rows.add(List.of("state", state.name()));
        rows.add(List.of("submitted", Times.at(submitted)));
        rows.add(List.of("took", Times.between(submitted, ended)));
        if (!message.isBlank()) {
            rows.add(List.of("message", message));
        }
        dashboard.ifPresent(uri -> rows.add(List.of("dashboard", uri.toString())));
        return rows;
    }
}
