package io.eagleray.cli;

import io.eagleray.backend.BackendProvider;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.Check;
import io.eagleray.call.ValueType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.TaskCancelledException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Looks whether a Ray can be used, and says what to do where it cannot. */
@Command(
        name = "doctor",
        description = {
            "Checks whether the Ray at --backend http(s)://host:port, the Kubernetes namespace at --backend"
                    + " kuberay://namespace, or the project at --backend flyte://host/project/domain can be used.",
            "Of a Ray: the settings, the address, the token, the version of Ray and its Jobs API. Of a namespace: the"
                    + " kubeconfig, the API server, each permission, quotas, KubeRay's definitions and its operator. Of a"
                    + " project: the backend, who asks, the project and its domain, where code goes. What"
                    + " follows a failure is not looked at. Nothing stays changed there."
        },
        footerHeading = "%nWith --output json%n",
        footer = "one array of objects with the members name, ok and found, which has the remedy where ok is false.")
final class DoctorCommand implements Callable<Integer> {
    private static final ValueType ROWS = ValueType.of(List.class, ValueType.of(Row.class));

    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Mixin
    private OutputOption output = new OutputOption();

    /**
     * A check, for programs.
     *
     * @param name what was looked at
     * @param ok whether it is as it should be
     * @param found what was found
     */
    record Row(String name, boolean ok, String found) {}

    @Override
    public Integer call() {
        Settings settings = Objects.requireNonNull(eagleray).settings();
        List<Check> checks = checks(backend(settings), settings);
        print(checks);
        return checks.stream()
                .flatMap(check -> check.failure().stream())
                .map(Cli::exitCode)
                .findFirst()
                .orElse(Cli.OK);
    }

    private static BackendUri backend(Settings settings) {
        String remedy = "name the dashboard's address with --backend http(s)://host:port, kuberay://namespace or"
                + " flyte://host/project/domain";
        BackendUri backend = settings.value(Setting.BACKEND)
                .map(BackendUri::parse)
                .orElseThrow(() -> new ConfigurationException("doctor does not know which Ray to look at: " + remedy));
        if (!BackendProvider.of(backend).executionsGoOn()) {
            throw new ConfigurationException(
                    "doctor looks at what runs elsewhere, which \"" + backend.scheme() + "\" does not name: " + remedy);
        }
        return backend;
    }

    private static List<Check> checks(BackendUri backend, Settings settings) {
        try {
            return BackendProvider.of(backend).checks(backend, settings.asVariables());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted", e);
        }
    }

    private void print(List<Check> checks) {
        if (output.isJson()) {
            output.json(
                    checks.stream()
                            .map(check -> new Row(check.name(), check.isOk(), check.found()))
                            .toList(),
                    ROWS);
            return;
        }
        output.table(checks.stream()
                .map(check -> List.of(check.isOk() ? "ok" : "failed", check.name(), check.found()))
                .toList());
    }
}
