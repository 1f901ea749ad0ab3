package io.eagleray.flyte.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.flyte.server.Flytekit;
import io.eagleray.flyte.server.FolderStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** flytekit reads what pods store. */
@Tag("any-jdk")
@Timeout(300)
class PodFlytekitIT {
    @Test
    void outputsAndErrorsAreRead(@TempDir Path folder) throws IOException, InterruptedException {
        Path stored = folder.resolve("storage");
        Pods pods = new Pods(folder, new FolderStorage(stored));
        assertThat(pods.run("squares", Map.of("numbers", "[1,2,3]", "note", "\"n\""))
                        .code())
                .isZero();
        assertThat(pods.run("fail", Map.of("reason", "\"no luck\"")).code()).isZero();
        Path script = Files.writeString(folder.resolve("outputs.py"), Flytekit.resource("outputs.py"));
        String told = Flytekit.installed()
                .run(
                        folder,
                        "python",
                        script.toString(),
                        stored.resolve("squares/0/outputs.pb").toString(),
                        stored.resolve("fail/0/error.pb").toString());
        assertThat(told.lines())
                .containsExactly(
                        "Sum(count=3, total=14, note='n')", "java.io.IOException 0 1 java.io.IOException: it failed");
    }
}
