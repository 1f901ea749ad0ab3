package io.eagleray.testing;

import io.eagleray.EnvVar;
import io.eagleray.RayJobConfig;
import io.eagleray.Remote;
import io.eagleray.RuntimeEnv;
import io.eagleray.Task;
import io.eagleray.WorkerNodeConfig;
import io.eagleray.parallel.Parallel;
import io.ray.api.Ray;
import io.ray.api.function.PyFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Tasks that tell what their runtime environments have brought. */
final class Surroundings {
    private static final String VARIABLE = "SURROUNDINGS";

    private Surroundings() {}

    /** What a process finds. */
    record Found(String variable, String file, boolean excluded) {}

    @Remote
    static Found find() throws IOException {
        return new Found(
                String.valueOf(System.getenv(VARIABLE)),
                Files.readString(Path.of("deep/read.txt")).strip(),
                Files.exists(Path.of("kept.private")));
    }

    /** In the driver, and on a worker. */
    @Task
    @RayJobConfig(
            workerNodeConfig = @WorkerNodeConfig(groupName = "workers", replicas = 1),
            runtimeEnv =
                    @RuntimeEnv(
                            pip = "six==1.16.0",
                            pyModules = "src/test/runtime-env/snake",
                            workingDir = "src/test/runtime-env/data",
                            excludes = "*.private",
                            envVars = @EnvVar(key = VARIABLE, value = "a \"quoted\" $value"),
                            setupTimeoutSeconds = 300))
    static List<Found> findBoth() throws IOException {
        return List.of(find(), Parallel.submit(SurroundingsTasks.find()).get());
    }

    /** What a Python function finds. */
    @Remote
    static String speak() {
        return Ray.task(PyFunction.of("snake", "speak", String.class), VARIABLE)
                .remote()
                .get();
    }

    @Remote
    static int processId() {
        return Ray.task(PyFunction.of("os", "getpid", Integer.class)).remote().get();
    }

    @Task
    @RayJobConfig(
            workerNodeConfig = @WorkerNodeConfig(groupName = "workers", replicas = 1),
            runtimeEnv =
                    @RuntimeEnv(
                            pip = "six==1.16.0",
                            pyModules = "src/test/runtime-env/snake",
                            workingDir = "src/test/runtime-env/data",
                            excludes = "*.private",
                            envVars = @EnvVar(key = VARIABLE, value = "python")))
    static String speakOnce() {
        return Parallel.submit(SurroundingsTasks.speak()).get(Duration.ofMinutes(4));
    }

    @Task
    @RayJobConfig(
            workerNodeConfig = @WorkerNodeConfig(groupName = "workers", replicas = 1),
            runtimeEnv = @RuntimeEnv(pip = "six==99.99.99"))
    static int withoutPackage() {
        return Parallel.submit(SurroundingsTasks.processId()).get(Duration.ofMinutes(4));
    }

    @Task
    @RayJobConfig(
            workerNodeConfig = @WorkerNodeConfig(groupName = "workers", replicas = 1),
            runtimeEnv = @RuntimeEnv(conda = "an-environment"))
    static int withoutConda() {
        return Parallel.submit(SurroundingsTasks.processId()).get(Duration.ofMinutes(4));
    }

    @Task
    @RayJobConfig(
            workerNodeConfig = @WorkerNodeConfig(groupName = "workers", replicas = 1),
            runtimeEnv = @RuntimeEnv(conda = "broken-conda.yml"))
    static int withBrokenConda() {
        return 1;
    }
}
