package io.eagleray.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubectlTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAKubeconfigItTellsWhatToSet() {
        assertThatThrownBy(() -> Kubectl.of(Map.of("KUBECONFIG", " "), folder, "n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("set KUBECONFIG");
    }

    @Test
    void isTheOneOnThePathUnlessAnotherIsNamed() {
        assertThat(Kubectl.of(Map.of("KUBECONFIG", "k"), folder, "n").program()).isEqualTo("kubectl");
        Kubectl echo = Kubectl.of(Map.of("KUBECONFIG", "k", "KUBECTL", "echo"), folder, "n");
        assertThat(echo.ask("get", "pods")).isEqualTo("--namespace n get pods\n");
    }
}
