package io.eagleray.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.spec.CacheSpec;
import io.eagleray.spec.ResourceSpec;
import io.eagleray.spec.Signature;
import io.eagleray.spec.SourcePosition;
import io.eagleray.spec.TaskSpec;
import io.eagleray.spec.TypeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TaskVersionTest {
    @TempDir
    private Path folder;

    @Test
    void isThatOfTheCodeAndTheSpec() throws IOException {
        Bundle here = bundle("here", "1");
        String version = TaskVersion.of(here, spec("1"));
        assertThat(version).matches("[0-9a-f]{32}").isEqualTo(TaskVersion.of(bundle("there", "1"), spec("1")));
        assertThat(TaskVersion.of(here, spec("2"))).isNotEqualTo(version);
        assertThat(TaskVersion.of(bundle("changed", "2"), spec("1"))).isNotEqualTo(version);
    }

    private static TaskSpec spec(String cacheVersion) {
        return new TaskSpec(
                "Squares.squares",
                "",
                "squares",
                new Signature(List.of(), TypeSpec.of("int"), Map.of()),
                Optional.empty(),
                new ResourceSpec(Map.of(), Map.of()),
                0,
                List.of(),
                Optional.empty(),
                new CacheSpec(true, cacheVersion),
                false,
                Map.of(),
                List.of(),
                Map.of(),
                new SourcePosition("p/Squares.java", 7));
    }

    private Bundle bundle(String name, String content) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(name));
        Files.writeString(classes.resolve("A.class"), content);
        return Bundle.of(List.of(classes), folder.resolve("cache of " + name));
    }
}
