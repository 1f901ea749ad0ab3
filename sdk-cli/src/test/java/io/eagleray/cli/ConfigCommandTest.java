package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {
    @TempDir
    private Path folder;

    @Test
    void refusesUnknownKeysAndNamesTheNearest() throws IOException {
        write("""
                profile: dev
                bakend: local
                profiles:
                  dev:
                    imag: x
                    somethingElse: y
                    backend:
                """);
        CommandRun run = run(Map.of());
        Path file = folder.resolve("eagleray.yaml");
        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.err().lines())
                .containsExactly(
                        "eagleray: " + file + ":2: unknown key \"bakend\": did you mean \"backend\"?",
                        file + ":5: unknown key \"imag\": did you mean \"image\"?",
                        file
                                + ":6: unknown key \"somethingElse\"; known are backend, app, classpath, ray, rayVersion, python,"
                                + " image, cache, headers, caFile, clientCertificate, clientKey, clientPassword,"
                                + " allowTokenOverHttp, flyteToken, flyteTokenCommand, flyteClientId, flyteClientSecret, storage, maxValueBytes, maxValueDepth",
                        file + ":7: \"backend\" needs one value, as in \"backend: value\"");
    }

    @Test
    void refusesWhatIsNoConfiguration() throws IOException {
        write("- a\n- b\n");
        assertThat(run(Map.of()).err()).contains("eagleray.yaml:1: the file must consist of \"key: value\" lines");
        write("profiles: {a: [b]}\n");
        assertThat(run(Map.of()).err()).contains("eagleray.yaml:1: profile a must consist of \"key: value\" lines");
        write("backend: {a\n");
        assertThat(run(Map.of()).err()).contains("cannot read " + folder.resolve("eagleray.yaml") + ": ");
        write("backend: local\nbackend: embedded\n");
        assertThat(run(Map.of()).err()).contains("eagleray.yaml:2: \"backend\" is there twice");
        assertThat(run(Map.of(), "--config", "missing.yaml").err())
                .contains("there is no configuration file " + folder.resolve("missing.yaml"));
    }

    @Test
    void refusesUnknownProfiles() throws IOException {
        assertThat(run(Map.of("EAGLERAY_PROFILE", "dev")).err())
                .contains("there is no profile \"dev\" in eagleray.yaml (there is no such file here)");
        write("profiles: {develop: {backend: local}, production: {backend: embedded}}");
        assertThat(run(Map.of("EAGLERAY_PROFILE", "develp")).err()).contains("did you mean \"develop\"?");
        assertThat(run(Map.of("EAGLERAY_PROFILE", "staging")).err()).contains("; it has develop, production");
    }

    @Test
    void showsWhereEachValueComesFrom() throws IOException {
        write("""
                ray: /opt/ray
                image: common
                cache: /var/cache
                profile: dev
                profiles:
                  dev:
                    backend: local
                    image: special
                """);
        Path file = folder.resolve("eagleray.yaml");
        CommandRun run = run(Map.of("EAGLERAY_CACHE", "/tmp/cache"), "--app", "somewhere");
        assertThat(run.exitCode()).isEqualTo(Cli.OK);
        assertThat(run.out().lines().map(line -> line.strip().replaceAll(" {2,}", " | ")))
                .containsExactly(
                        "SETTING | VALUE | FROM",
                        "backend | local | " + file + ":7 (profile dev)",
                        "app | somewhere | flag --app",
                        "classpath | - | default",
                        "ray | /opt/ray | " + file + ":1",
                        "rayVersion | - | default",
                        "python | found on PATH | default",
                        "image | special | " + file + ":8 (profile dev)",
                        "cache | /tmp/cache | environment variable EAGLERAY_CACHE",
                        "headers | - | default",
                        "caFile | the JDK's own | default",
                        "clientCertificate | - | default",
                        "clientKey | the certificate's file | default",
                        "clientPassword | - | default",
                        "allowTokenOverHttp | false | default",
                        "flyteToken | - | default",
                        "flyteTokenCommand | - | default",
                        "flyteClientId | - | default",
                        "flyteClientSecret | - | default",
                        "storage | Ray's logs | default",
                        "maxValueBytes | - | default",
                        "maxValueDepth | - | default");
    }

    @Test
    void flagWinsOverVariableOverFile() throws IOException {
        write("backend: local");
        assertThat(run(Map.of()).out()).containsPattern("backend +local +" + folder + ".*:1");
        Map<String, String> variables = Map.of("EAGLERAY_BACKEND", "http://head:8265");
        assertThat(run(variables).out())
                .containsPattern("backend +http://head:8265 +environment variable EAGLERAY_BACKEND");
        assertThat(run(variables, "--backend", "embedded").out()).containsPattern("backend +embedded +flag --backend");
    }

    @Test
    void pathsInAFileStartAtItsFolder() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(
                elsewhere.resolve("other.yaml"), "classpath: ../a.jar" + java.io.File.pathSeparator + "/b.jar\n");
        assertThat(run(Map.of(), "--config", "elsewhere/other.yaml").out())
                .contains(folder.resolve("a.jar") + java.io.File.pathSeparator + "/b.jar");
        assertThat(run(Map.of("EAGLERAY_CONFIG", "elsewhere/other.yaml")).out())
                .contains(elsewhere.resolve("other.yaml") + ":1");
    }

    @Test
    void showsWhatAnnotationsSay() {
        CommandRun run = CommandRun.in(folder, Map.of("EAGLERAY_APP", CommandRun.FIXTURES), "", "config");
        assertThat(run.out())
                .containsPattern(
                        "backend of Demo.squares +embedded +@RayJobConfig\\(address\\) at fixture.Demo.squares");
    }

    @Test
    void showsSettingsWhereThereIsNoApplication() {
        CommandRun run = run(Map.of());
        assertThat(run.exitCode()).isEqualTo(Cli.OK);
        assertThat(run.out()).contains("backend");
        assertThat(run.err()).contains("what annotations say is not known: " + folder + " holds no application");
    }

    @Test
    void hidesSecrets() {
        CommandRun run = run(Map.of("EAGLERAY_BACKEND", "https://ada:hunter2@ray.example:8265?auth_token=abc&nodes=2"));
        assertThat(run.out()).contains("https://***@ray.example:8265?auth_token=***&nodes=2");
        assertThat(run.out() + run.err()).doesNotContain("hunter2").doesNotContain("abc");
    }

    @Test
    void hidesSecretSettings() {
        CommandRun run = run(Map.of("EAGLERAY_HEADERS", "X-Key: hunter2", "EAGLERAY_CLIENT_PASSWORD", "hunter3"));
        assertThat(run.out())
                .containsPattern("headers +\\*\\*\\* +environment variable EAGLERAY_HEADERS")
                .containsPattern("clientPassword +\\*\\*\\* ")
                .doesNotContain("hunter");
    }

    @Test
    void namesVariablesThatNothingReadsWithoutTheirValues() {
        CommandRun run = run(Map.of("EAGLERAY_BACKND", "local", "EAGLERAY_TOKEN", "hunter2"));
        assertThat(run.err())
                .contains("EAGLERAY_BACKND is set, but nothing reads it: did you mean EAGLERAY_BACKEND?")
                .contains("EAGLERAY_TOKEN is set, but nothing reads it")
                .doesNotContain("hunter2");
    }

    @Test
    void writesOneArrayForPrograms() {
        assertThat(run(Map.of("EAGLERAY_BACKEND", "local"), "--output", "json").out())
                .startsWith("[{\"name\":\"backend\",\"value\":\"local\",\"origin\":\"environment variable"
                        + " EAGLERAY_BACKEND\"},")
                .contains("{\"name\":\"classpath\",\"value\":null,\"origin\":\"default\"}");
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("eagleray.yaml"), yaml);
    }

    private CommandRun run(Map<String, String> variables, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "config";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandRun.in(folder, variables, "", all);
    }
}
