package io.eagleray.cli;

import io.eagleray.bundle.Application;
import io.eagleray.bundle.RegisteredTask;
import io.eagleray.bundle.TaskRegistry;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.TaskCall;
import io.eagleray.call.TaskHandle;
import io.eagleray.call.ValueType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.client.SubmitOptions;
import io.eagleray.wire.Calls;
import io.eagleray.wire.Json;
import java.io.PrintWriter;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs a task and prints its result. */
@Command(
        name = "run",
        description = {
            "Runs a task and prints its result, as JSON, as the last line on standard output.",
            "A text is printed as it is, and nothing for a task that returns nothing. Everything else is on standard"
                    + " error, but what a task itself prints where it runs in this process: that comes before the result."
        },
        footerHeading = "%nWith --output json%n",
        footer = {
            "the last line is an object with the members id, task, state, result, error (type, message, stackTrace,"
                    + " cause), reason (of a cancellation) and dashboard; what there is not is null.",
            "",
            "Example: eagleray run Squares.squares --input n=10"
        })
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "TASK", description = "The task's name; `eagleray tasks` lists them.")
    private String task = "";

    @ArgGroup
    private InputOptions inputs = new InputOptions();

    @Option(
            names = "--timeout",
            paramLabel = "D",
            converter = DurationConverter.class,
            description =
                    "How long the run may take, such as 90s, 15m or PT2H; then it is cancelled. It takes the place"
                            + " of the timeout of @Task, too.")
    private @Nullable Duration timeout;

    @Option(names = "--quiet", description = "No progress and no notices on standard error.")
    private boolean quiet;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        Shell shell = command.shell();
        if (quiet) {
            shell.says().hush();
        }
        Settings settings = command.settings();
        settings.enforceLimits();
        Application application = command.application(settings);
        Thread.currentThread().setContextClassLoader(application.loader());
        CatalogFunction function = function(application);
        TaskCall<Object> call = TaskCall.of(TaskHandle.of(function), inputs.read(function, shell));
        try (Eagleray connection = Eagleray.builder()
                .application(application)
                .variables(settings.asVariables())
                .progress(shell.says())
                .logs(shell.says()::log)
                .notices(shell.says()::notice)
                .connect()) {
            SubmitOptions options = SubmitOptions.defaults();
            Execution<Object> execution =
                    connection.submit(call, timeout == null ? options : options.withTimeout(timeout));
            RunReport<Object> report = RunReport.await(execution, Optional.ofNullable(timeout));
            shell.says().erase();
            print(report, function.result());
            report.problem().ifPresent(shell.says()::error);
            return report.exitCode();
        }
    }

    private void print(RunReport<Object> report, ValueType result) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (output.isJson()) {
            out.println(Json.write(report, ValueType.of(RunReport.class, boxed(result))));
        } else if (report.result() instanceof String text) {
            out.println(text);
        } else if (report.exitCode() == Cli.OK && result.raw() != Void.class && result.raw() != void.class) {
            out.println(Json.write(report.result(), result));
        }
        out.flush();
    }

    private static ValueType boxed(ValueType type) {
        return type.raw().isPrimitive()
                ? ValueType.of(MethodType.methodType(type.raw()).wrap().returnType())
                : type;
    }

    private CatalogFunction function(Application application) {
        RegisteredTask registered = TaskRegistry.of(application).task(task);
        return Calls.catalog(registered.declaredBy().catalog(), application.loader())
                .find(CatalogFunction.Kind.TASK, task)
                .orElseThrow(() -> new ConfigurationException("the catalog of " + registered.place()
                        + " does not have the task \"" + task + "\": spec and catalog are of different compilations;"
                        + " compile again"));
    }
}
