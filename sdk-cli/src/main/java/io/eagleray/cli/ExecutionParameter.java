package io.eagleray.cli;

import picocli.CommandLine.Parameters;

/** The execution that a command is about. */
final class ExecutionParameter {
    @Parameters(paramLabel = "ID", description = "The execution's id; `eagleray executions` lists them.")
    private String id = "";

    String id() {
        return id;
    }
}
