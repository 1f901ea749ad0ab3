package io.eagleray.backend.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.eagleray.backend.BackendEnvironment;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.ray.RayVersion;
import io.eagleray.bundle.Application;
import io.eagleray.parallel.WorkerPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first run learns, the second makes the archive, the third uses it; one that is damaged does no harm. */
@Timeout(300)
@SuppressWarnings("try") // a backend that is open is what is tried
final class WorkerArchiveIT {
    @TempDir
    Path cache;

    @Test
    void workersShareTheirClassesFromTheThirdRunOn() throws Exception {
        Map<String, String> variables = variables();
        assertThat(commandOfWorker(variables)).contains("-Xlog:class+load").doesNotContain("SharedArchiveFile");
        assertThat(files(".classes"))
                .singleElement()
                .satisfies(list -> assertThat(Files.readAllLines(list))
                        .contains("java/lang/Object", "io/ray/runtime/runner/worker/DefaultWorker")
                        .noneMatch(name -> name.contains("eagleray") || name.contains("$$Lambda")));
        assertThat(files(".jsa")).isEmpty();

        assertThat(commandOfWorker(variables)).contains("-XX:SharedArchiveFile=" + cache);
        assertThat(files(".jsa")).singleElement().satisfies(archive -> {
            assertThat(archive).isNotEmptyFile();
            Files.write(archive, new byte[100]);
        });

        assertThat(commandOfWorker(variables)).contains("-XX:SharedArchiveFile=" + cache);
        variables.put(WorkerArchive.SWITCH, "off");
        assertThat(WorkerArchive.of(installation(), variables)).isEmpty();
    }

    private Map<String, String> variables() throws InterruptedException {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("EAGLERAY_CACHE", cache.toString());
        variables.put("EAGLERAY_RAY", installation().python().toString());
        return variables;
    }

    private static RayInstallation installation() throws InterruptedException {
        return new RayInstaller(System.getenv(), progress -> {}).install(RayVersion.of("2.60.0"));
    }

    /** Starts a Ray and a worker, which answers, and ends both. */
    private static String commandOfWorker(Map<String, String> variables) throws Exception {
        BackendEnvironment environment = new BackendEnvironment(Application.current(), variables, progress -> {});
        try (var backend = new LocalProvider().open(BackendUri.parse("local?cpus=1"), environment)) {
            ConnectedRay ray = LocalRays.running().orElseThrow();
            try (WorkerPort port = ray.port(Application.current().classPath())) {
                assertThat(port.start(LocalRayContract.ONE_CPU)
                                .call(new byte[0], List.of())
                                .get())
                        .isEmpty();
                String folder = ray.ray().folder().toString();
                return ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(command -> command.contains("-Dray.worker.id=") && command.contains(folder))
                        .findFirst()
                        .orElseThrow();
            }
        }
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(cache)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
