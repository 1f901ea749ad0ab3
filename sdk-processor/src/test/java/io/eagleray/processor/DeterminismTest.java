package io.eagleray.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order in which a build names its sources leaves no trace. */
final class DeterminismTest {
    @TempDir
    Path first;

    @TempDir
    Path second;

    @ParameterizedTest
    @EnumSource
    void sameSourcesGiveTheSameBytes(Compiler compiler) {
        List<Path> sources = Compiler.sourcesOf(TestFiles.ROOT.resolve("good"));
        sources.removeIf(file -> file.toString().contains("module"));
        List<Path> shuffled = new ArrayList<>(sources);
        Collections.shuffle(shuffled, new Random(17));
        Collections.reverse(sources);

        assertThat(compiler.compile(sources, first).success()).isTrue();
        assertThat(compiler.compile(shuffled, second).success()).isTrue();

        Map<String, String> generated = TestFiles.read(first, ".java", ".json");
        assertThat(generated).hasSizeGreaterThan(20);
        assertThat(TestFiles.read(second, ".java", ".json")).isEqualTo(generated);
    }
}
