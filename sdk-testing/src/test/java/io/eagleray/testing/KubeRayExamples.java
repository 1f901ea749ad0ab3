package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The examples that are made for Kubernetes, by the command line. */
@Timeout(300)
final class KubeRayExamples {
    @TempDir
    private Path folder;

    @Test
    void squaresOnFiveWorkers() throws IOException, InterruptedException {
        ExampleApp app =
                ExampleApp.compiled(folder.resolve("squares"), UnaryOperator.identity(), "Squares", "SmallSquares");
        try (KubeNamespace namespace = KubeNamespace.create()) {
            assertThat(app.eagleray(
                            namespace.variables(),
                            "run",
                            "SmallSquares.squares",
                            "--input",
                            "n=10",
                            "--backend",
                            namespace.uri()))
                    .isEqualTo("[0,1,4,9,16,25,36,49,64,81]");
            assertThat(namespace.leftovers(Duration.ofMinutes(1))).isEmpty();
        }
    }
}
