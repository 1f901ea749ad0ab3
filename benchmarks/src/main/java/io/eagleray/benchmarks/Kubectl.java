package io.eagleray.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The command of who uses Kubernetes.
 *
 * @param program where it is
 * @param folder takes its output
 * @param namespace where it works
 */
record Kubectl(String program, Path folder, String namespace) {

    /**
     * The one that an environment names.
     *
     * @throws IllegalStateException when it names no Kubernetes
     */
    static Kubectl of(Map<String, String> environment, Path folder, String namespace) {
        if (environment.getOrDefault("KUBECONFIG", "").isBlank()) {
            throw new IllegalStateException("figures on a Kubernetes need one with the KubeRay operator: set"
                    + " KUBECONFIG to its kubeconfig, or say which other figures");
        }
        return new Kubectl(
                Optional.ofNullable(environment.get("KUBECTL"))
                        .filter(value -> !value.isBlank())
                        .orElse("kubectl"),
                folder,
                namespace);
    }

    Command command(String... words) {
        return Command.of(folder, folder.resolve("kubectl.out"))
                .and(program, "--namespace", namespace)
                .and(words);
    }

    /** What it says. */
    String ask(String... words) {
        Command command = command(words);
        command.time();
        return Sources.read(command.output());
    }
}
