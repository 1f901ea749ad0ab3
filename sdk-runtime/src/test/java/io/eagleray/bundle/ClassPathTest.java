package io.eagleray.bundle;

import static io.eagleray.bundle.Jars.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
    @TempDir
    private Path folder;

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

    @Test
    void followsManifests() throws IOException {
        Path app = jar("app.jar", "lib/one%20a.jar classes/ missing.jar https://example.org/x.jar");
        Files.createDirectories(folder.resolve("lib"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path one = jar("lib/one a.jar", "two.jar ../app.jar");
        Path two = Jars.write(folder.resolve("lib/two.jar"), Map.of("x", text("x")));
        assertThat(ClassPath.withManifests(app)).containsExactly(app, one, two, classes);
    }

    @Test
    void refusesAJarThatCannotBeRead() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no zip");
        assertThatThrownBy(() -> ClassPath.withManifests(broken))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot read the jar " + broken);
    }

    private Path jar(String name, String classPath) throws IOException {
        return Jars.write(
                folder.resolve(name),
                Map.of("META-INF/MANIFEST.MF", text("Manifest-Version: 1.0\r\nClass-Path: " + classPath + "\r\n\r\n")));
    }
}
