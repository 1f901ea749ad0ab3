package io.eagleray.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.backend.local.InstalledRay;
import io.eagleray.client.Eagleray;
import io.eagleray.client.Execution;
import io.eagleray.client.State;
import io.eagleray.testing.Shapes.Both;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who shares the CPUs of one real Ray: neither waits for the end of the other. */
@Tag("any-jdk")
@Timeout(240)
final class SharedCpusIT {
    private static final int MANY = 600;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aShapeThatComesLaterIsGivenItsTurn(int cpus) {
        try (Eagleray eagleray = Eagleray.connect("local?ray=2.60.0&cpus=" + cpus)) {
            Both both = eagleray.run(ShapesTasks.both(MANY, 5));
            assertThat(both.slowResults()).isEqualTo(MANY);
            assertThat(both.slowWaiting()).isPositive();
        }
    }

    @Test
    void aPythonJobThatComesLaterIsGivenItsTurn(@TempDir Path folder) throws Exception {
        Path enough = folder.resolve("enough");
        try (RayHead head = RayHead.start(InstalledRay.command());
                Eagleray eagleray = Eagleray.builder()
                        .backend(head.uri().toString())
                        .variables(head.variables())
                        .connect()) {
            Execution<Boolean> ours = eagleray.submit(ShapesTasks.slowOnes(enough.toString()));
            PythonJob.run(head);
            assertThat(ours.state()).isEqualTo(State.RUNNING);
            Files.createFile(enough);
            assertThat(ours.result()).isTrue();
        }
    }
}
