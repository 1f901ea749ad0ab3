package io.eagleray.kuberay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.ConfigurationException;
import io.eagleray.spec.RayJobSpec.ReuseSpec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeOptionsTest {

    @Test
    void theUriNamesNamespaceContextAndPatience() {
        KubeOptions options = KubeOptions.of(
                BackendUri.parse("kuberay://team-a?context=arn:aws:eks:eu-1:1:cluster/dev&startTimeout=15m"),
                Map.of("EAGLERAY_IMAGE", "ray-java:2.60.0", "USER", "ada", "KUBECONFIG", ""));
        assertThat(options.namespace()).isEqualTo("team-a");
        assertThat(options.context()).contains("arn:aws:eks:eu-1:1:cluster/dev");
        assertThat(options.startTimeout()).isEqualTo(Duration.ofMinutes(15));
        assertThat(options.image()).contains("ray-java:2.60.0");
        assertThat(options.kubeconfig()).isEmpty();
        assertThat(options.owner()).isEqualTo("ada");
    }

    @Test
    void whatTheTaskSaysOfReuseWinsOverWhatTheUriSays() {
        KubeOptions options = KubeOptions.of(BackendUri.parse("kuberay://team-a?reuse=ours&idleTtl=90s"), Map.of());
        assertThat(options.reuse(Submissions.of("a", "plain").spec()))
                .contains(new ReuseSpec("ours", Optional.of(Duration.ofSeconds(90))));
        assertThat(options.reuse(Submissions.of("a", "sharing").spec()))
                .contains(new ReuseSpec("nightly", Optional.of(Duration.ofHours(2))));
    }

    @ParameterizedTest
    @CsvSource({
        "kuberay://Team_A, is no namespace",
        "kuberay://a/b, is no namespace",
        "kuberay://a?contxt=b, there is no option \"contxt\"",
        "kuberay://a?startTimeout=soon, startTimeout \"soon\" is no duration",
        "kuberay://a?reuse=A_b, reuse \"A_b\" is no Kubernetes name",
        "kuberay://a?reuse=a&idleTtl=1d, idleTtl \"1d\" is no duration",
        "kuberay://a?idleTtl=1h, idleTtl has no effect without the name of the kept cluster; add reuse=NAME",
        "kuberay://a?startTimeout=0s, startTimeout \"0s\" is no duration",
    })
    void whatCannotBeRightIsSaid(String uri, String message) {
        assertThatThrownBy(() -> KubeOptions.of(BackendUri.parse(uri), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(uri)
                .hasMessageContaining(message);
    }
}
