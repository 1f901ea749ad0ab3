package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCommandTest {
    @TempDir
    private Path folder;

    @Test
    void refusesClassesThatAreTooNew() throws IOException {
        byte[] newer = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 69};
        Files.write(Files.createDirectories(folder.resolve("classes/a")).resolve("A.class"), newer);
        CommandRun run = run("--java", "17");
        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.err())
                .contains("the cluster runs Java 17, which is too old for a.A in classes (major version 69, Java 25)");
        assertThat(run("--java", "25").exitCode()).isEqualTo(Cli.OK);
        assertThat(run("--java", "new").exitCode()).isEqualTo(Cli.USAGE);
    }

    @Test
    void showsWhatIsShippedAndWhy() throws IOException {
        application();
        CommandRun run = run();
        assertThat(run.exitCode()).isEqualTo(Cli.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().map(line -> line.strip().replaceAll(" {2,}", " | ")))
                .startsWith("ZIP | SIZE | WHAT | WHY")
                .anyMatch(line -> line.matches("_ray_pkg_[0-9a-f]{64}\\.zip \\| .+ \\| " + folder.resolve("classes")
                        + " \\| the application's own classes"))
                .anyMatch(line -> line.matches("total \\| \\d+ zips?, [\\d.]+ [KM]iB"))
                .anyMatch(line -> line.matches("digest \\| [0-9a-f]{64}"));
    }

    @Test
    void showsItForPrograms() throws IOException {
        application();
        CommandRun run = run("--output", "json");
        assertThat(run.out())
                .matches("\\{\"digest\":\"[0-9a-f]{64}\",\"bytes\":\\d+,\"zips\":\\[\\{\"name\":\"_ray_pkg_.*}\\R")
                .contains(
                        "\"classPath\":[{\"zip\":\"_ray_pkg_",
                        "\"path\":\"app/0\"",
                        "\"excluded\":[",
                        "\"warnings\":[");
        assertThat(run("--output", "json").out()).isEqualTo(run.out());
    }

    private void application() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("classes/a")).resolve("A.class"), "A");
    }

    private CommandRun run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "bundle";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandRun.in(folder, Map.of("EAGLERAY_APP", "classes", "EAGLERAY_CACHE", folder + "/cache"), "", all);
    }
}
