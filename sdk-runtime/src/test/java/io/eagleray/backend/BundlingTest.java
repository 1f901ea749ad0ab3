package io.eagleray.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.bundle.Application;
import io.eagleray.bundle.Bundle;
import io.eagleray.client.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlingTest {
    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    private Bundling begin(Path entry) {
        Application application = new Application(BundlingTest.class.getClassLoader(), List.of(entry));
        BackendEnvironment environment = new BackendEnvironment(
                application,
                Map.of("EAGLERAY_CACHE", folder.resolve("cache").toString()),
                progress -> told.add(progress.what()));
        return Bundling.begin(environment::bundle);
    }

    @Test
    void endsWithTheBundleMade() throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Files.writeString(classes.resolve("a.txt"), "a");
        Bundling bundling = begin(classes);
        Bundle bundle = bundling.await();
        assertThat(bundling.await()).isSameAs(bundle);
        assertThat(told).containsExactly("bundling");
        assertThat(folder.resolve("cache/bundles")).isNotEmptyDirectory();
    }

    @Test
    void endsWithWhatIsWrongWithTheClassPath() {
        Bundling bundling = begin(folder.resolve("missing.jar"));
        assertThatThrownBy(bundling::await)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("missing.jar");
    }
}
