package io.eagleray.backend.ray;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TemporaryFileTest {
    @TempDir
    private Path folder;

    /** Ends in the middle of what it does. */
    static final class Ending {
        private Ending() {}

        public static void main(String[] arguments) {
            TemporaryFile.remove(TemporaryFile.create(".done"));
            System.out.println(TemporaryFile.create(".log").getFileName());
            System.exit(0);
        }
    }

    /** Needs one while it ends, as who cancels by Ctrl-C may, and none before. */
    static final class Ended {
        private Ended() {}

        public static void main(String[] arguments) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                Path file = TemporaryFile.create(".log");
                System.out.println(file.getFileName());
                TemporaryFile.remove(file);
            }));
        }
    }

    @Test
    void isNotThereAfterItWasRemoved() {
        Path file = TemporaryFile.create(".log");
        assertThat(file).exists();
        TemporaryFile.remove(file);
        TemporaryFile.remove(file);
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(classes = {Ending.class, Ended.class})
    void nothingStaysWhenTheJvmHasEnded(Class<?> program) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).matches("eagleray\\d+\\.log\\R");
        assertThat(folder).isEmptyDirectory();
    }
}
