package io.eagleray.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassPathTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatExistsOnceInOrderAndAbsolute() throws IOException {
        Path one = Files.createDirectory(folder.resolve("with space"));
        Path two = Files.createFile(folder.resolve("two.jar"));
        String text = String.join(
                File.pathSeparator,
                two.toString(),
                "",
                one + File.separator,
                folder.resolve("gone").toString(),
                two.toString());
        assertThat(ClassPath.parse(text)).containsExactly(two, one);
    }
}
