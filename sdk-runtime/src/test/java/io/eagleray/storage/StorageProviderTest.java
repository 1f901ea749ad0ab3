package io.eagleray.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StorageProviderTest {
    private static final ClassLoader HERE = StorageProviderTest.class.getClassLoader();

    private static StorageProvider provider(String uri, ClassLoader loader) {
        return StorageProvider.of(StorageUri.parse(uri), loader);
    }

    @Test
    void withoutTheModuleTheDependencyIsNamed() {
        assertThatThrownBy(() -> provider("s3://bucket/a", HERE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("EAGLERAY_STORAGE=s3://bucket/a: nothing on the class path of the application opens s3"
                        + " storages; add the dependency io.eagleray:sdk-s3");
    }

    @Test
    void anUnknownSchemeIsRefusedWithWhatToWrite() {
        assertThatThrownBy(() -> provider("gs://bucket", HERE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("opens \"gs\" storages; write file:///folder or s3://bucket[/prefix]");
    }

    @Test
    void aModuleThatDoesNotFitIsSaid(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(StorageProvider.class.getName()), "some.other.Thing\n");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, HERE)) {
            assertThatThrownBy(() -> provider("s3://bucket", loader))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("does not fit this version of Eagleray")
                    .hasMessageContaining("some.other.Thing");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "file://folder, names a host or a relative folder",
        "file://host/folder, names a host or a relative folder",
        "file://., names a host or a relative folder",
        "file:///, names no folder"
    })
    void onlyAbsoluteFoldersAreTaken(String text, String why) {
        StorageUri uri = StorageUri.parse(text);
        StorageProvider files = StorageProvider.of(uri, HERE);
        assertThatThrownBy(() -> files.check(uri))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("write file:///folder");
        assertThatThrownBy(() -> files.open(uri)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void filesAreBuiltIn() {
        assertThat(provider("file:///srv/results", HERE).scheme()).isEqualTo("file");
    }
}
