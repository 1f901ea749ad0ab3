package io.eagleray.flyte.pod;

import io.eagleray.backend.ray.WorkerPackages;
import io.eagleray.client.ConfigurationException;
import io.eagleray.driver.connect.JvmOptions;
import io.eagleray.spec.RayJobSpec;
import io.eagleray.spec.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A task, as {@code loader.py} is told of it.
 *
 * @param file the file with its {@link PodTask}
 * @param place where its remote functions run, as {@link PodDriver} is told
 * @param options of its JVM
 * @param packages the packages of its runtime environment that its JVM needs
 * @param workingDir the one of these that the JVM is to run in; empty for none
 * @param workers the packages that its workers get from the head
 * @param port where the head's dashboard listens
 */
record LoadedTask(
        String file,
        String place,
        List<String> options,
        List<String> packages,
        String workingDir,
        List<String> workers,
        int port) {
    private static final String OF_HEAD = "gcs://";
    private static final String PORT = "dashboard-port";
    private static final String DEFAULT_PORT = "8265";
    private static final Pattern PORTS = Pattern.compile("[1-9]\\d{0,4}");
    private static final int LAST_PORT = 65_535;

    /** Nothing else is in the pod of a task without Ray. */
    private static final String HEAP = "-XX:MaxRAMPercentage=70";

    static LoadedTask of(TaskSpec task, String file, List<String> code, WorkerPackages packages) {
        List<String> options = new ArrayList<>(JvmOptions.ofClusterDriver());
        if (task.rayJob().isEmpty()) {
            options.add(HEAP);
            return new LoadedTask(file, PodDriver.THREADS, options, List.of(), "", List.of(), 0);
        }
        String workingDir = packages.workingDir()
                .filter(uri -> uri.startsWith(OF_HEAD))
                .map(uri -> uri.substring(OF_HEAD.length()))
                .filter(packages.files()::containsKey)
                .orElse("");
        return new LoadedTask(
                file,
                PodDriver.RAY,
                options,
                workingDir.isEmpty() ? List.of() : List.of(workingDir),
                workingDir,
                Stream.concat(code.stream(), packages.files().keySet().stream().sorted())
                        .toList(),
                port(task.rayJob().get()));
    }

    private static int port(RayJobSpec job) {
        String port = job.headGroup().rayStartParams().getOrDefault(PORT, DEFAULT_PORT);
        if (!PORTS.matcher(port).matches() || Integer.parseInt(port) > LAST_PORT) {
            throw new ConfigurationException(
                    PORT + " of rayStartParams is \"" + port + "\": write a number from 1 to " + LAST_PORT);
        }
        return Integer.parseInt(port);
    }
}
