package io.eagleray.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BackendUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "embedded",
                "local",
                "local?nodes=3",
                "local?nodes=3&cpus=1",
                "https://ray.example:8265",
                "http://127.0.0.1:8265",
                "kuberay://team-a",
                "kuberay://team-a?context=arn:aws:eks:eu-west-1:123:cluster/dev",
                "kuberay://team-a?context=gke_project_zone_name",
                "flyte://flyte.example:443/project/domain"
            })
    void isWrittenAsItIsRead(String text) {
        assertThat(BackendUri.parse(text)).hasToString(text);
    }

    @Test
    void hasParts() {
        BackendUri uri = BackendUri.parse(" kuberay://team-a?context=dev ");
        assertThat(uri).isEqualTo(new BackendUri("kuberay", "team-a", Map.of("context", "dev")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auto            | write \"local\"",
                "ray://head:10001| Ray Client address",
                "head:6379       | without a scheme",
                "10.0.0.5:8265   | without a scheme",
                "''              | is no backend URI",
                "locl            | is no backend URI",
                "ftp://x         | is no backend URI",
                "kuberay://      | names no kuberay location",
                "local?nodes     | not of the form name=value",
                "local?n=1&n=2   | given twice"
            })
    void refusesWithTheRemedy(String text, String expected) {
        assertThatThrownBy(() -> BackendUri.parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"" + text.strip())
                .hasMessageContaining(expected);
    }
}
