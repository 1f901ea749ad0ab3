package io.eagleray.backend.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However the JVM ends that has started a Ray: the Ray ends with it, and leaves nothing. */
@Timeout(300)
final class EndOfJvmIT {
    private static final int TERMINATED = 128 + 15;
    private static final int KILLED = 128 + 9;

    @Test
    void killed() throws Exception {
        try (DriverJvm driver = DriverJvm.start("wait")) {
            assertThat(Traces.processes(driver.folder, driver.session)).isNotEmpty();
            driver.process.destroyForcibly();
            assertThat(driver.process.waitFor()).isEqualTo(KILLED);
            nothingIsLeft(driver);
        }
    }

    @Test
    void halted() throws Exception {
        try (DriverJvm driver = DriverJvm.start("halt")) {
            driver.process.waitFor(); // how it ends is up to Ray's library, which does not get to say farewell
            nothingIsLeft(driver);
        }
    }

    @Test
    void terminated() throws Exception {
        try (DriverJvm driver = DriverJvm.start("wait")) {
            driver.process.destroy();
            assertThat(driver.process.waitFor()).isEqualTo(TERMINATED);
            nothingIsLeft(driver);
        }
    }

    @Test
    void exited() throws Exception {
        try (DriverJvm driver = DriverJvm.start("exit")) {
            assertThat(driver.process.waitFor()).isEqualTo(5);
            nothingIsLeft(driver);
        }
    }

    @Test
    void ranOut() throws Exception {
        try (DriverJvm driver = DriverJvm.start("return")) {
            assertThat(driver.rest()).isEqualTo("main ends\n");
            assertThat(driver.process.waitFor()).isZero();
            nothingIsLeft(driver);
        }
    }

    private static void nothingIsLeft(DriverJvm driver) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(Traces.processes(driver.folder, driver.session)).isEmpty();
            assertThat(driver.folder).doesNotExist();
        });
    }
}
