package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {
    @Test
    void theCacheIsTheProducts() {
        assertThat(Places.cache(Map.of("EAGLERAY_CACHE", "/c", "XDG_CACHE_HOME", "/x")))
                .isEqualTo(Path.of("/c/benchmarks"));
        assertThat(Places.cache(Map.of("EAGLERAY_CACHE", " ", "XDG_CACHE_HOME", "/x")))
                .isEqualTo(Path.of("/x/eagleray/benchmarks"));
        assertThat(Places.cache(Map.of()))
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "eagleray", "benchmarks"));
    }

    @Test
    void withoutItsArgumentsItTellsHowItIsStarted() {
        assertThatThrownBy(Places::of).hasMessageContaining("benchmarks/run");
    }
}
