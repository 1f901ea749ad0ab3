package io.eagleray.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class EaglerayTest {

    @Test
    void theBackendOfTheCodeWinsOverTheEnvironment() {
        try (Eagleray eagleray = Eagleray.builder()
                .variables(Map.of("EAGLERAY_BACKEND", "no backend"))
                .backend("embedded")
                .connect()) {
            assertThat(eagleray.executions()).isEmpty();
        }
    }

    @Test
    void aBackendOfTheEnvironmentThatIsNoneIsRefusedAtOnce() {
        assertThatThrownBy(() -> Eagleray.builder()
                        .variables(Map.of("EAGLERAY_BACKEND", "auto"))
                        .connect())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("write \"local\"");
    }

    @Test
    void aBackendThatNothingOpensIsRefused() {
        assertThatThrownBy(() -> Eagleray.connect("flyte://flyte.example/project/domain"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nothing on the class path opens flyte backends");
    }

    @Test
    void embeddedTakesNoOptions() {
        assertThatThrownBy(() -> Eagleray.connect("embedded?nodes=2"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nodes");
    }
}
