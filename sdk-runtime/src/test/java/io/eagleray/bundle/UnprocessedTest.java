package io.eagleray.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnprocessedTest {
    @TempDir
    private Path folder;

    @Test
    void namesAClassThatWasCompiledWithoutTheProcessor() throws IOException {
        compile("class Plain {}");
        assertThatCode(() -> Unprocessed.check(List.of(folder), Set.of())).doesNotThrowAnyException();

        compile("class Lost { static class Inner { @io.eagleray.Task public static int one() { return 1; } } }");
        assertThatThrownBy(() -> Unprocessed.check(List.of(folder), Set.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the class Lost$Inner in " + folder + " has methods with @Task")
                .hasMessageContaining("annotationProcessorPaths (Maven) or annotationProcessor (Gradle)");
        assertThatCode(() -> Unprocessed.check(List.of(folder), Set.of("Lost$Inner")))
                .doesNotThrowAnyException();
    }

    @Test
    void isContentWithThisVeryClassPath() {
        List<Path> own = ClassPath.parse(System.getProperty("java.class.path")).stream()
                .filter(entry -> !entry.endsWith("test-classes"))
                .toList();
        assertThatCode(() -> Unprocessed.check(own, Set.of())).doesNotThrowAnyException();
    }

    private void compile(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Source.java"), source);
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        file.toString());
        assertThat(exit).isZero();
    }
}
