package io.eagleray.flyte.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.call.ValueType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.TaskSpec;
import io.eagleray.wire.Json;
import io.eagleray.wire.JsonObject;
import io.eagleray.wire.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PodCodeTest {
    private static final int LONGEST_STUB = 3_000;

    @TempDir
    private static Path cache;

    private static PodCode of(Path cache, TaskSpec... tasks) {
        return Pods.code(Pods.classPath(), cache, List.of(tasks));
    }

    private static StoredFile start(PodCode code, String prefix) {
        Map<String, String> uris = new TreeMap<>();
        code.files().forEach(file -> uris.put(file.name(), prefix + file.name()));
        return code.start(uris);
    }

    private static TaskSpec with(TaskSpec task, String text, String other) {
        ValueType type = ValueType.of(TaskSpec.class);
        return (TaskSpec)
                Objects.requireNonNull(Json.read(Json.write(task, type).replace(text, other), type));
    }

    private static JsonObject code(StoredFile start) throws IOException {
        try (ZipFile zip = new ZipFile(start.file().toFile());
                InputStream in = zip.getInputStream(zip.getEntry("code.json"))) {
            return JsonObject.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Limits.DEFAULT);
        }
    }

    @Test
    void theSameCodeIsTheSameFiles(@TempDir Path other) throws IOException {
        StoredFile start = start(of(cache, Pods.task("squares")), "s3://a/");
        StoredFile again = start(of(other, Pods.task("squares")), "s3://a/");
        assertThat(again.name()).isEqualTo(start.name());
        assertThat(again.file()).hasSameBinaryContentAs(start.file());
        assertThat(start(of(cache, Pods.task("squares")), "s3://b/").name()).isNotEqualTo(start.name());
    }

    @Test
    void wordsAreShortAndKeepTheTemplates() {
        TaskSpec task = Pods.task("squares");
        List<String> words =
                PodCode.words("s3://a/b", start(of(cache, task), "s3://a/")).apply(task);
        assertThat(words.subList(0, 2)).containsExactly("python3", "-c");
        assertThat(words.get(2)).hasSizeLessThan(LONGEST_STUB).doesNotContain("{{", "}}", "'");
        assertThat(words.get(3)).isEqualTo("s3://a/b");
        assertThat(words.get(4)).matches("[0-9a-f]{64}");
        assertThat(words.subList(5, words.size())).containsExactly(task.name(), "{{.input}}", "{{.outputPrefix}}");
    }

    @Test
    void aTaskWithRayBringsItsFolderAndNamesItsPort() throws IOException {
        TaskSpec task = Pods.task("onRay");
        PodCode code = of(cache, task);
        JsonObject told = (JsonObject) Objects.requireNonNull(((JsonObject) Objects.requireNonNull(
                        code(start(code, "s3://a/")).members().get("tasks")))
                .members()
                .get(task.name()));
        String workingDir = told.text("workingDir").orElseThrow();
        assertThat(code.files().stream().map(StoredFile::name)).contains(workingDir);
        assertThat(String.valueOf(told.members().get("port"))).isEqualTo("8266");
        assertThat(String.valueOf(told.members().get("workers"))).contains(workingDir);
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        TaskSpec task = Pods.task("onRay");
        assertThatThrownBy(() -> of(cache, with(task, "\"8266\"", "\"eight\"")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("dashboard-port of rayStartParams is \"eight\"");
        assertThatThrownBy(() -> of(cache, with(task, "\"8266\"", "\"82660\"")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("82660");
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> of(cache, with(Pods.task("onRay"), "src/test/resources/pods", "no/such")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no/such");
    }

    @Test
    void eachFileNeedsAnUri() {
        assertThatThrownBy(() -> of(cache).start(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** Nothing of the submitting side but what speaks with Flyte. */
    @Test
    void whatSpeaksWithFlyteIsSmall() {
        assertThat(FlyteSide.classPath()).hasSize(4);
        assertThat(of(cache).files())
                .allSatisfy(file -> assertThat(Files.size(file.file())).isLessThan(8 << 20));
    }
}
