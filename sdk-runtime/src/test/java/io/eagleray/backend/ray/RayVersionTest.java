package io.eagleray.backend.ray;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RayVersionTest {

    @Test
    void releasesAreComparedAsNumbers() {
        assertThat(RayVersion.of("2.100.0")).isGreaterThan(RayVersion.of("2.60.0"));
        assertThat(RayVersion.of("3.0.0.dev0")).isGreaterThan(RayVersion.of("2.60.0"));
    }

    @Test
    void supportBeginsWithTheOldestTried() {
        assertThat(RayVersion.of("2.38.1").isSupported()).isFalse();
        assertThat(RayVersion.of("2.39.0").isSupported()).isTrue();
        assertThat(RayVersion.of("2.60.0rc1").isSupported()).isTrue();
    }

    @Test
    void tokensBeginWith252() {
        assertThat(RayVersion.of("2.51.9").hasTokens()).isFalse();
        assertThat(RayVersion.of("2.52.0").hasTokens()).isTrue();
    }
}
