package io.eagleray.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesCommandsTest {

    private static CommandRun run(Map<String, String> variables, String command) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("EAGLERAY_APP", CommandRun.FIXTURES);
        return CommandRun.in(Path.of(""), all, "", command.split(" "));
    }

    @Test
    void theManifestOfATaskIsShownWithoutAnyKubernetes() {
        CommandRun run = run(
                Map.of("EAGLERAY_IMAGE", "ray-java:2.60.0"),
                "manifests Demo.greet --backend kuberay://team-a --id g-1");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(Cli.OK);
        assertThat(run.out())
                .contains("kind: \"RayJob\"")
                .contains("name: \"g-1\"")
                .contains("namespace: \"team-a\"")
                .contains("image: \"ray-java:2.60.0\"");
    }

    @Test
    void ofAKeptClusterItIsTheClustersManifest() {
        CommandRun run = run(
                Map.of("EAGLERAY_IMAGE", "ray-java:2.60.0"),
                "manifests Demo.greet --backend kuberay://team-a?reuse=ours");
        assertThat(run.exitCode()).isEqualTo(Cli.OK);
        assertThat(run.out()).contains("submissionMode: \"HTTPMode\"").contains("eagleray.io/reuse: \"ours\"");
    }

    @ParameterizedTest
    @CsvSource({
        "manifests Demo.greet, no Kubernetes is named",
        "manifests Demo.squares, \"embedded\" is no Kubernetes",
        "manifests Demo.greet --backend kuberay://team-a, EAGLERAY_IMAGE",
        "clusters --backend local, \"local\" is no Kubernetes",
        "clusters rm a, no Kubernetes is named",
        "clusters rm, Missing required parameter: 'NAME'",
        "gc, no Kubernetes is named",
        "gc --backend local, \"local\" is no Kubernetes",
    })
    void whatIsMissingIsSaid(String command, String message) {
        CommandRun run = run(Map.of(), command);
        assertThat(run.exitCode()).isEqualTo(Cli.USAGE);
        assertThat(run.err()).contains(message);
    }
}
