package io.eagleray.cli;

import io.eagleray.bundle.Bundle;
import io.eagleray.bundle.NewestClass;
import io.eagleray.call.ValueType;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows what would be shipped to a cluster. */
@Command(
        name = "bundle",
        description = {
            "Shows what would be shipped to a cluster: each zip with its size, what is in it and why; what is left out"
                    + " and why; the digest of all. Nothing is sent.",
            "The zips are kept in the cache folder. What is wrong with the class path is said: entries that are not"
                    + " there or too large, classes that are there twice, and with --java those that are too new."
        },
        footerHeading = "%nWith --output json%n",
        footer =
                "an object with the members digest, bytes, zips (name, file, bytes, reason, entries), classPath (zip, path,"
                        + " digest), excluded (entry, reason) and warnings.")
final class BundleCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable EaglerayCommand eagleray;

    @Option(
            names = "--java",
            paramLabel = "VERSION",
            description = "The cluster's Java, such as 17: classes that are compiled for a newer one are an error.")
    private @Nullable Integer java;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        EaglerayCommand command = Objects.requireNonNull(eagleray);
        Settings settings = command.settings();
        Bundle bundle = Bundle.of(command.application(settings).classPath(), settings.cache());
        if (java != null) {
            NewestClass.requireJava(bundle.newestClasses(), java);
        }
        print(BundleReport.of(bundle));
        bundle.warnings().forEach(command.shell().says()::notice);
        return Cli.OK;
    }

    private void print(BundleReport report) {
        if (output.isJson()) {
            output.json(report, ValueType.of(BundleReport.class));
        } else {
            output.tables(List.of(report.shippedRows(), report.excludedRows(), report.totalRows()));
        }
    }
}
