package io.eagleray.cli;

import io.eagleray.bundle.RegisteredTask;
import io.eagleray.bundle.TaskRegistry;
import io.eagleray.call.ValueType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.RayJobSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Shows the settings that hold, and where each comes from. */
@Command(
        name = "config",
        description = {
            "Shows the effective value of each setting and where it comes from.",
            "A flag wins over an EAGLERAY_* environment variable, that over eagleray.yaml, that over an annotation."
                    + " EAGLERAY_PROFILE chooses a profile of eagleray.yaml, EAGLERAY_CONFIG another file. Secrets in"
                    + " addresses are not shown."
        },
        footerHeading = "%nWith --output json%n",
        footer = "one array of objects with the members name, value (null where nothing sets it) and origin.")
final class ConfigCommand implements Callable<Integer> {
    private static final ValueType ROWS = ValueType.of(List.class, ValueType.of(EffectiveSetting.class));

    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        Settings settings = command.settings();
        List<EffectiveSetting> effective = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            effective.add(shown(setting, settings.of(setting)));
        }
        if (settings.value(Setting.BACKEND).isEmpty()) {
            effective.addAll(annotated(command, settings));
        }
        print(effective);
        settings.unknownVariables().forEach(command.shell().says()::notice);
        return Cli.OK;
    }

    private void print(List<EffectiveSetting> effective) {
        if (output.isJson()) {
            output.json(effective, ROWS);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("SETTING", "VALUE", "FROM"));
        effective.forEach(row -> rows.add(List.of(row.name(), row.value().orElse("-"), row.origin())));
        output.table(rows);
    }

    private static EffectiveSetting shown(Setting setting, EffectiveSetting effective) {
        Optional<String> value = setting.kind() == Setting.Kind.SECRET
                ? effective.value().map(secret -> "***")
                : effective.value().or(setting::fallback).map(Redacted::of);
        return new EffectiveSetting(effective.name(), value, effective.origin());
    }

    /** What annotations say; a place without an application has none, and its settings are worth showing all the same. */
    private static List<EffectiveSetting> annotated(EaglerayCommand command, Settings settings) {
        List<EffectiveSetting> rows = new ArrayList<>();
        try {
            for (RegisteredTask task :
                    TaskRegistry.of(command.application(settings).classPath()).tasks()) {
                Optional<String> address =
                        task.spec().rayJob().map(RayJobSpec::address).filter(text -> !text.isEmpty());
                address.ifPresent(uri -> rows.add(new EffectiveSetting(
                        Setting.BACKEND.key() + " of " + task.spec().name(),
                        Optional.of(Redacted.of(uri)),
                        "@RayJobConfig(address) at " + task.place())));
            }
        } catch (ConfigurationException e) {
            command.shell().says().notice("what annotations say is not known: " + e.getMessage());
        }
        return rows;
    }
}
