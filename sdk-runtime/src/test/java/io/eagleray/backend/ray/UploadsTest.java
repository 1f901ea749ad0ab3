package io.eagleray.backend.ray;

import static io.eagleray.backend.ray.FakeHead.json;
import static io.eagleray.backend.ray.FakeHead.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.bundle.MadeZip;
import io.eagleray.client.BackendException;
import io.eagleray.client.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class UploadsTest {
    private static final FakeHead.Reply MISSING = status(404, "text/plain", "does not exist");
    private static final int MEGA = 1 << 20;

    @TempDir
    private Path folder;

    private final FakeHead head = new FakeHead();
    private final RayJobs jobs = head.jobs();
    private final List<Progress> progress = new CopyOnWriteArrayList<>();

    UploadsTest() throws IOException {}

    @AfterEach
    void close() {
        jobs.close();
        head.close();
    }

    @Test
    void bringsAndCountsOnlyWhatIsMissing() throws IOException, InterruptedException {
        Path there = Files.write(folder.resolve("there.zip"), new byte[5 * MEGA]);
        Path missing = Files.write(folder.resolve("missing.zip"), new byte[2 * MEGA]);
        MadeZip made = MadeZip.of(Map.of("a", new byte[1]));
        head.on("GET /api/packages/gcs/_ray_pkg_aa.zip", json(""));
        bring("_ray_pkg_bb.zip");
        bring(made.name());
        try (Uploads uploads = new Uploads(jobs.packages(), progress::add)) {
            uploads.begin("_ray_pkg_aa.zip", there);
            uploads.begin("_ray_pkg_bb.zip", missing);
            uploads.begin(made, "the arguments");
            uploads.await();
        }
        assertThat(head.requests().stream().filter(request -> request.startsWith("PUT")))
                .containsExactlyInAnyOrder(
                        "PUT /api/packages/gcs/_ray_pkg_bb.zip", "PUT /api/packages/gcs/" + made.name());
        assertThat(progress)
                .contains(new Progress("uploading", 3, 3, "MB to the cluster"))
                .allMatch(each -> each.total() <= 3);
    }

    @Test
    void theFirstThatFailsEndsTheWait() throws IOException, InterruptedException {
        Path zip = Files.write(folder.resolve("a.zip"), new byte[3]);
        head.on("GET /api/packages/gcs/_ray_pkg_aa.zip", MISSING);
        head.on("PUT /api/packages/gcs/_ray_pkg_aa.zip", status(413, "text/plain", "no"));
        try (Uploads uploads = new Uploads(jobs.packages(), progress::add)) {
            uploads.begin("_ray_pkg_aa.zip", zip);
            assertThatThrownBy(uploads::await)
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("too large (413)");
        }
    }

    private void bring(String name) {
        head.on("GET /api/packages/gcs/" + name, MISSING, json(""));
        head.on("PUT /api/packages/gcs/" + name, json(""));
    }
}
