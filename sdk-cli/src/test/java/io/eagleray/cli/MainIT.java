package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a JVM of its own. */
class MainIT {
    @TempDir
    private Path folder;

    @Test
    void whatTheTaskPrintsComesBeforeTheResult() throws Exception {
        Process process = start("run", "Demo.nothing", "--output", "json");
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(Cli.OK);
        assertThat(out.lines().toList())
                .hasSize(2)
                .startsWith("printed by the task")
                .last()
                .asString()
                .startsWith("{\"id\":");
        assertThat(said()).isEmpty();
    }

    @Test
    void writesUtf8WhateverTheLocale() throws Exception {
        Process process = start("run", "Demo.fail", "--input", "message=\u00e9");
        assertThat(process.waitFor()).isEqualTo(Cli.FAILED);
        assertThat(said()).contains("java.lang.IllegalStateException: \u00e9");
    }

    @Test
    void ctrlCCancelsAndEndsWith130() throws Exception {
        Process process = start("run", "Demo.sleep", "--input", "millis=600000");
        while (!said().contains("sleeping")) {
            assertThat(process.isAlive()).as(said()).isTrue();
            Thread.sleep(20);
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(Cli.CANCELLED);
        assertThat(said()).contains("interrupted").doesNotContain("bug of Eagleray");
    }

    @Test
    void itsClassesAreLeftInAnArchiveThatALaterOneUses() throws Exception {
        Path archive = folder.resolve("a [1] archive");
        List<String> leaving = List.of(
                "-XX:+RecordDynamicDumpInfo",
                "-Xlog:cds*=off",
                "-Deagleray.archive=" + archive,
                "-Deagleray.backend=kuberay");
        Process first = startWith(leaving, "tasks");
        String tasks = new String(first.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(first.waitFor()).isEqualTo(Cli.OK);
        assertThat(folder)
                .isDirectoryContaining("glob:**/a \\[1] archive")
                .isDirectoryNotContaining("glob:**/*.[0-9]*");
        Path loaded = folder.resolve("loaded");
        Process later = startWith(
                List.of(
                        "-XX:SharedArchiveFile=" + archive,
                        "-Xlog:class+load:file=" + loaded,
                        "-Deagleray.backend=kuberay"),
                "tasks");
        assertThat(new String(later.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(tasks);
        assertThat(later.waitFor()).isEqualTo(Cli.OK);
        assertThat(loaded)
                .content()
                .contains("io.eagleray.cli.TasksCommand source: shared objects file (top)")
                .as("what is looked at, and not used, such as Kubernetes' own resources of all kinds")
                .contains("io.fabric8.kubernetes.api.model.storage.StorageClass source: shared objects file (top)");
        assertThat(said()).isEmpty();
    }

    private Process start(String... arguments) throws IOException {
        return startWith(List.of(), arguments);
    }

    private Process startWith(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> entry.endsWith(".jar")) // a JVM shares no classes of folders
                        .collect(Collectors.joining(File.pathSeparator)),
                Main.class.getName(),
                "--app",
                CommandRun.FIXTURES,
                "--backend",
                "embedded"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
