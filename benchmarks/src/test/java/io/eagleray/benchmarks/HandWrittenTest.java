package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HandWrittenTest {
    @Test
    void nothingOfTheTemplateStaysOpen() {
        String manifest = HandWritten.manifest(Sources.read(Path.of("rayjob.yaml")), "registry/ray:2.60.0", "10");
        assertThat(manifest)
                .contains("image: registry/ray:2.60.0", "io.eagleray.benchmarks.RawJob 10")
                .doesNotContain("${");
    }
}
