package io.eagleray.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.BackendUri;
import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LocalOptionsTest {

    @Test
    void nothingSaidMeansOneNodeWithTheCpusOfThisMachine() {
        LocalOptions options = of("local");
        assertThat(options.cpus()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(options.nodes()).isOne();
        assertThat(options.version()).isEmpty();
    }

    @Test
    void everythingCanBeSaid() {
        LocalOptions options = of("local?nodes=3&cpus=4&ray=2.39.0");
        assertThat(options.cpus()).isEqualTo(4);
        assertThat(options.nodes()).isEqualTo(3);
        assertThat(options.version()).contains(RayVersion.of("2.39.0"));
    }

    @Test
    void theUriWinsOverTheVariable() {
        Map<String, String> variables = Map.of("EAGLERAY_RAY_VERSION", "2.50.1");
        assertThat(LocalOptions.of(BackendUri.parse("local"), variables).version())
                .contains(RayVersion.of("2.50.1"));
        assertThat(LocalOptions.of(BackendUri.parse("local?ray=2.39.0"), variables)
                        .version())
                .contains(RayVersion.of("2.39.0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "local?cpus=0       | backend \"local?cpus=0\": cpus=0 is no count: write a whole number from 1 to 1024",
                "local?nodes=-1     | backend \"local?nodes=-1\": nodes=-1 is no count: write a whole number from 1 to 1024",
                "local?nodes=2.5    | backend \"local?nodes=2.5\": nodes=2.5 is no count: write a whole number from 1 to 1024",
                "local?cpus=        | backend \"local?cpus=\": cpus= is no count: write a whole number from 1 to 1024",
                "local?cpus=9999    | backend \"local?cpus=9999\": cpus=9999 is no count: write a whole number from 1 to 1024",
                "local?node=2       | backend \"local?node=2\": local has no option [node]; it has [cpus, nodes, ray]",
                "local?ray=newest   | \"newest\" is no Ray version: write it like 2.60.0",
                "local?ray=2.38.0   | Ray 2.38.0 is too old: Eagleray works with Ray 2.39.0 and later",
            })
    void whatCannotBeMeantIsRefused(String uri, String message) {
        assertThatThrownBy(() -> of(uri))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    private static LocalOptions of(String uri) {
        return LocalOptions.of(BackendUri.parse(uri), Map.of());
    }
}
