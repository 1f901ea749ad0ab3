package io.eagleray.cli;

import io.eagleray.bundle.Application;
import io.eagleray.client.Eagleray;
import io.eagleray.client.EaglerayBuilder;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code eagleray} command with what all its subcommands share. */
@Command(
        name = "eagleray",
        description = "Runs and describes the tasks of a Java application on Ray.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ok",
            "1:the task failed",
            "2:bad usage or configuration",
            "3:the backend cannot be reached or started",
            "4:timed out",
            "130:cancelled"
        })
final class EaglerayCommand implements Runnable {
    private final Shell shell;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--classpath",
            scope = ScopeType.INHERIT,
            paramLabel = "CP",
            description = "The application: its class path, directories and jars.")
    private @Nullable String classPath;

    @Option(
            names = "--app",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR|JAR",
            description =
                    "The application: a Maven or Gradle project, a folder of classes, a jar, a fat jar or a Spring"
                            + " Boot jar. Default: the project in the current folder.")
    private @Nullable String app;

    @Option(
            names = "--backend",
            scope = ScopeType.INHERIT,
            paramLabel = "URI",
            description = "Where tasks run: embedded, local[?nodes=N], http(s)://host:port, kuberay://namespace or"
                    + " flyte://host/project/domain.")
    private @Nullable String backend;

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The configuration file. Default: eagleray.yaml in the current folder.")
    private @Nullable String config;

    EaglerayCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "a command is missing: run, tasks, spec …");
    }

    Shell shell() {
        return shell;
    }

    Settings settings() {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        put(flags, Setting.CLASSPATH, classPath);
        put(flags, Setting.APP, app);
        put(flags, Setting.BACKEND, backend);
        Settings settings = Settings.read(flags, Optional.ofNullable(config), shell);
        if (settings.value(Setting.BACKEND)
                .filter(uri -> uri.startsWith("flyte:"))
                .isPresent()) {
            GrpcLog.hush();
        }
        return settings;
    }

    Application application(Settings settings) {
        return new Applications(settings, shell).locate();
    }

    /** A connection that is still to be made, and says what it does on standard error. */
    EaglerayBuilder connection(Settings settings) {
        return Eagleray.builder()
                .variables(settings.asVariables())
                .progress(shell.says())
                .notices(shell.says()::notice);
    }

    /** A connection to where executions of other processes are. */
    Eagleray connectToOthers() {
        Settings settings = settings();
        settings.enforceLimits();
        LastingBackend.require(settings, Optional.empty());
        return connection(settings).connect();
    }

    private static void put(Map<Setting, String> flags, Setting setting, @Nullable String value) {
        if (value != null) {
            flags.put(setting, value);
        }
    }
}
