package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NamespaceTest {
    @Test
    void theImageIsTheOneThatOursTakes() {
        assertThat(Namespace.image(Map.of("EAGLERAY_IMAGE", "registry/ray:2.60.0")))
                .isEqualTo("registry/ray:2.60.0");
        assertThat(Namespace.image(Map.of("EAGLERAY_IMAGE", " "))).isEqualTo(Namespace.image(Map.of()));
    }
}
