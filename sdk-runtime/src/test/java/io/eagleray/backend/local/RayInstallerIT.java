package io.eagleray.backend.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.ray.RayVersion;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.Progress;
import io.eagleray.client.RayUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real virtual environments and a real pip, with a package that is small. The folders have spaces in their names. */
@Tag("any-jdk")
final class RayInstallerIT {
    private final List<Progress> progress = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void whatIsInstalledIsFoundAndNotInstalledAgain() throws Exception {
        Map<String, String> variables = smallRay();
        RayInstallation installed = install(variables);
        assertThat(installed.version()).isEqualTo(SmallRay.VERSION);
        assertThat(installed.managed()).isTrue();
        assertThat(installed.rayDist()).exists();
        assertThat(installed.python()).isExecutable().startsWithRaw(cache());
        assertThat(progress).extracting(Progress::what).containsOnly("installing Ray 2.60.0");
        assertThat(progress)
                .extracting(Progress::message)
                .anyMatch(message -> message.startsWith("creating a virtual environment"))
                .contains("unpacking 1 package");

        progress.clear();
        assertThat(ManagedRay.find(variables, SmallRay.VERSION)).contains(installed);
        assertThat(install(variables)).isEqualTo(installed);
        assertThat(progress).isEmpty();
    }

    @Test
    void twoThreadsAndAProcessInstallOnce() throws Exception {
        Map<String, String> variables = smallRay();
        Process other = InstallingJvm.start(variables);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<RayInstallation> install = () -> install(variables);
            List<Future<RayInstallation>> both = threads.invokeAll(List.of(install, install));
            RayInstallation first = both.get(0).get();
            assertThat(both.get(1).get()).isEqualTo(first);
            assertThat(new String(other.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(first.python() + System.lineSeparator());
            assertThat(other.waitFor()).isZero();
            assertThat(environments()).hasSize(1);
        } finally {
            threads.shutdownNow();
            other.destroyForcibly();
        }
    }

    @Test
    void anInterruptedInstallIsCleanedUpAndDoneAgain() throws Exception {
        Map<String, String> variables = smallRay();
        CountDownLatch begun = new CountDownLatch(1);
        List<Throwable> thrown = new ArrayList<>();
        Thread installing = new Thread(() -> {
            try {
                new RayInstaller(variables, report -> begun.countDown()).install(SmallRay.VERSION);
            } catch (InterruptedException e) {
                thrown.add(e);
            }
        });
        installing.start();
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        installing.interrupt();
        installing.join();
        assertThat(thrown).hasSize(1);
        assertThat(ManagedRay.find(variables, SmallRay.VERSION)).isEmpty();
        assertThat(install(variables).rayDist()).exists();
        assertThat(environments()).hasSize(1);
    }

    @Test
    void anInstallWhoseJvmIsKilledIsDoneAgain() throws Exception {
        Map<String, String> variables = smallRay();
        Process killed = InstallingJvm.start(variables);
        while (environments().isEmpty()) {
            Thread.sleep(10);
        }
        killed.destroyForcibly().waitFor();
        assertThat(ManagedRay.find(variables, SmallRay.VERSION)).isEmpty();
        assertThat(install(variables).rayDist()).exists();
    }

    @Test
    void anInstallThatHasLostAFileIsDoneAgain() throws Exception {
        Map<String, String> variables = smallRay();
        RayInstallation broken = install(variables);
        Files.delete(broken.rayDist());
        assertThat(ManagedRay.find(variables, SmallRay.VERSION)).isEmpty();
        RayInstallation again = install(variables);
        assertThat(again.rayDist()).exists();
        assertThat(broken.python()).doesNotExist();
    }

    @Test
    void whatDoesNotWorkIsRepairedOnce() throws Exception {
        Map<String, String> variables = smallRay();
        RayInstallation broken = install(variables);
        RayInstallation repaired = installer(variables).repair(broken);
        assertThat(repaired).isNotEqualTo(broken);
        assertThat(installer(variables).repair(broken)).isEqualTo(repaired);
    }

    @Test
    void withoutANetworkNoRayCanBeHad() {
        assertThatThrownBy(() -> install(SmallRay.outOfReach(cache())))
                .isInstanceOf(RayUnavailableException.class)
                .hasMessageContaining(
                        "the package index is out of reach. Connect to the network once, or set EAGLERAY_RAY");
        assertThat(ManagedRay.find(SmallRay.outOfReach(cache()), SmallRay.VERSION))
                .isEmpty();
    }

    @Test
    void aRepairWithoutANetworkIsAFailure() throws Exception {
        RayInstallation broken = install(smallRay());
        assertThatThrownBy(() -> installer(SmallRay.outOfReach(cache())).repair(broken))
                .isExactlyInstanceOf(BackendException.class)
                .hasMessageContaining("is broken and could not be installed anew: ");
    }

    @Test
    void aVersionThatDoesNotExistIsRefused() throws IOException {
        Map<String, String> variables = smallRay();
        assertThatThrownBy(() -> installer(variables).install(RayVersion.of("2.99.0")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "the package index has no such version for this Python and machine; it has 2.60.0");
    }

    @Test
    void aCacheThatCannotBeWrittenToIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Map<String, String> variables = SmallRay.variables(folder.resolve("wheels"), file.resolve("cache"));
        assertThatThrownBy(() -> install(variables))
                .isExactlyInstanceOf(BackendException.class)
                .hasMessageContaining("cannot write " + file)
                .hasMessageContaining("set EAGLERAY_CACHE to a folder that can be written to");
    }

    private Map<String, String> smallRay() throws IOException {
        return SmallRay.variables(folder.resolve("the wheels"), cache());
    }

    private Path cache() {
        return folder.resolve("the cache");
    }

    private RayInstaller installer(Map<String, String> variables) {
        return new RayInstaller(variables, progress::add);
    }

    private RayInstallation install(Map<String, String> variables) throws InterruptedException {
        return installer(variables).install(SmallRay.VERSION);
    }

    private List<Path> environments() throws IOException {
        try (var files = Files.find(cache(), 5, (file, attributes) -> file.endsWith("pyvenv.cfg"))) {
            return files.toList();
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        }
    }
}
