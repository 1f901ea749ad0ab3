package io.eagleray.backend.ray;

import static io.eagleray.backend.ray.FakeHead.hangUp;
import static io.eagleray.backend.ray.FakeHead.json;
import static io.eagleray.backend.ray.FakeHead.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class RayPackagesTest {
    private static final String NAME = "_ray_pkg_ab.zip";
    private static final String GET = "GET /api/packages/gcs/" + NAME;
    private static final String PUT = "PUT /api/packages/gcs/" + NAME;
    private static final FakeHead.Reply MISSING =
            status(404, "text/plain", "Package gcs://" + NAME + " does not exist");

    @TempDir
    private Path folder;

    private final FakeHead head = new FakeHead();
    private final RayJobs jobs = head.jobs();

    RayPackagesTest() throws IOException {}

    @AfterEach
    void close() {
        jobs.close();
        head.close();
    }

    @Test
    void anUploadThatBreaksIsSentAgain() throws IOException, InterruptedException {
        Path zip = Files.write(folder.resolve("a.zip"), new byte[300_000]);
        head.on(GET, MISSING, json("")).on(PUT, hangUp(), status(503, "text/plain", ""), json(""));
        List<Long> sent = new CopyOnWriteArrayList<>();
        assertThat(jobs.packages().upload(NAME, zip, sent::add)).isTrue();
        assertThat(sent.stream().filter(bytes -> bytes == 300_000)).hasSize(3);
    }

    @Test
    void manyAtOnceSendItOnce() throws IOException, InterruptedException, ExecutionException {
        Path zip = Files.write(folder.resolve("a.zip"), new byte[3]);
        AtomicBoolean isThere = new AtomicBoolean();
        head.on(GET, exchange -> (isThere.get() ? json("") : MISSING).to(exchange));
        head.on(PUT, exchange -> {
            Thread.sleep(500); // the others ask meanwhile
            isThere.set(true);
            json("").to(exchange);
        });
        assertThat(upload(zip, 8)).containsOnlyOnce(true).hasSize(8);
        assertThat(head.requests()).containsOnlyOnce(PUT);
    }

    @Test
    void whoWaitsForOneThatFailsSendsItself() throws IOException, InterruptedException, ExecutionException {
        Path zip = Files.write(folder.resolve("a.zip"), new byte[3]);
        AtomicInteger attempts = new AtomicInteger();
        head.on(GET, exchange -> (attempts.get() > 1 ? json("") : MISSING).to(exchange));
        head.on(PUT, exchange -> {
            Thread.sleep(500);
            (attempts.incrementAndGet() > 1 ? json("") : status(413, "text/plain", "no")).to(exchange);
        });
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Future<Boolean> first = threads.submit(() -> jobs.packages().upload(NAME, zip, bytes -> {}));
            Awaitility.await().until(() -> head.requests().contains(PUT));
            Future<Boolean> second = threads.submit(() -> jobs.packages().upload(NAME, zip, bytes -> {}));
            assertThatThrownBy(first::get).hasMessageContaining("as too large (413)");
            assertThat(second.get()).isTrue();
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Boolean> upload(Path zip, int times) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            Callable<Boolean> one = () -> jobs.packages().upload(NAME, zip, bytes -> {});
            List<Boolean> brought = new ArrayList<>();
            for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(times, one))) {
                brought.add(each.get());
            }
            return brought;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void saysThatItIsTooLarge() throws IOException {
        Path large = folder.resolve("large.zip");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(RayPackages.MOST_BYTES + 1); // a hole: it takes no room
        }
        assertThatThrownBy(() -> jobs.packages().upload(NAME, large, bytes -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has 104857601 bytes, and Ray takes 104857600");
        assertThat(head.requests()).isEmpty();
        Path small = Files.write(folder.resolve("a.zip"), new byte[3]);
        head.on(GET, MISSING).on(PUT, status(413, "text/plain", "no"));
        assertThatThrownBy(() -> jobs.packages().upload(NAME, small, bytes -> {}))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("as too large (413)");
    }

    @Test
    void saysThatItWasNotKept() throws IOException {
        Path zip = Files.write(folder.resolve("a.zip"), new byte[3]);
        head.on(GET, MISSING).on(PUT, json(""));
        assertThatThrownBy(() -> jobs.packages().upload(NAME, zip, bytes -> {}))
                .hasMessageContaining("has taken package " + NAME + " and does not have it");
        assertThatThrownBy(() -> jobs.packages().upload(NAME, folder.resolve("none"), bytes -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void takesOnlyNamesOfPackages() {
        assertThat(RayPackages.uri(NAME)).isEqualTo("gcs://" + NAME);
        for (String name : List.of("", "a", "../a.zip", "a/b.zip", ".zip", "a.jar", "a b.zip", "a?.zip")) {
            assertThatThrownBy(() -> RayPackages.uri(name)).isInstanceOf(ConfigurationException.class);
        }
    }
}
