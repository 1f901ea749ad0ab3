package io.eagleray.backend.ray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DriverCommandTest {
    private static final String PACKAGE = "_ray_pkg_" + "0a".repeat(32) + ".zip";

    @TempDir
    Path folder;

    @Property
    void nothingBreaksOutOfTheLine(@ForAll("names") String name) {
        assertThatThrownBy(() -> DriverCommand.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("is no package of ours");
    }

    @Provide
    static Arbitrary<String> names() {
        Arbitrary<String> broken = Arbitraries.of("; id", "$(id)", "`id`", "\n", " ", "\"", "'", "&", "|", "\\", "\0")
                .map(end -> PACKAGE + end);
        return Arbitraries.oneOf(Arbitraries.strings(), broken, broken.map(name -> name.substring(1)));
    }

    @Test
    void aShellGivesJavaTheWordsAsTheyAre() throws IOException, InterruptedException {
        Path java = Files.writeString(folder.resolve("java"), "#!/bin/sh\nprintf '<%s>' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        assertThat(run(folder.toString()))
                .endsWith("<-cp></one two:/three><io.eagleray.driver.cluster.Entrypoint><" + PACKAGE + ">");
    }

    @Test
    void withoutAJavaItSaysWhatToDo() throws IOException, InterruptedException {
        assertThat(run("/nowhere")).contains("there is no java on the PATH of this node: install a JDK, 17 or later");
    }

    private static String run(String path) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", DriverCommand.of(PACKAGE)).redirectErrorStream(true);
        shell.environment().put("PATH", path);
        shell.environment().put("PYTHONPATH", "/one two:/three");
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
