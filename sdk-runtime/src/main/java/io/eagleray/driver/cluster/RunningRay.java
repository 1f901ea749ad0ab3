package io.eagleray.driver.cluster;

import io.eagleray.client.BackendException;
import io.eagleray.client.ValueException;
import io.eagleray.driver.connect.RayLibrary;
import io.eagleray.wire.JsonObject;
import io.eagleray.wire.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Ray that has started this process as the entrypoint of a job.
 *
 * @param address of its control service, {@code host:port}
 * @param nodeIp of this node
 * @param rayDist its {@code ray_dist.jar}
 * @param session the folder of its session on this node
 * @param metadata what it keeps with the job, the id of the submission among it
 */
public record RunningRay(String address, String nodeIp, Path rayDist, Path session, Map<String, String> metadata) {
    private static final String JOB_CONFIG = "RAY_JOB_CONFIG_JSON_ENV_VAR";

    private static final String NODE_IP = "--node_ip_address=";
    private static final String SESSION = "--session_dir=";
    private static final String NATIVE = "/_raylet.so";

    /**
     * Asks the environment, and the processes above this one: Ray's own Python and its raylet.
     *
     * @param variables the environment of this process
     * @return the Ray
     * @throws BackendException when this process is no entrypoint of a job
     */
    public static RunningRay find(Map<String, String> variables) {
        Path session = argument(above(), SESSION)
                .map(Path::of)
                .orElseThrow(
                        () -> new BackendException(
                                "no raylet is seen above this process, by which the folder of Ray's"
                                        + " session is known: the driver runs as the entrypoint of a Ray job, in the same container as Ray"));
        return of(session, variables);
    }

    /** Ray unpacks the packages of a job below its session. */
    static RunningRay find(Path job, Map<String, String> variables) {
        return of(job.resolve("../../..").normalize(), variables);
    }

    private static RunningRay of(Path session, Map<String, String> variables) {
        String address = variables.getOrDefault("RAY_ADDRESS", "");
        if (!address.matches("\\S+:\\d+")) {
            throw new BackendException("RAY_ADDRESS is \"" + address + "\", not the host:port that Ray gives its jobs:"
                    + " the driver runs as the entrypoint of a Ray job");
        }
        List<Path> above = above();
        Path rayDist = above.stream()
                .flatMap(process -> python(process).stream())
                .map(ray -> ray.resolve("jars/ray_dist.jar"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new BackendException("Ray's ray_dist.jar is not found on this node: it is in the"
                        + " wheels of Ray for Linux, which must be installed here"));
        String nodeIp = argument(above, NODE_IP).orElse(address.substring(0, address.lastIndexOf(':')));
        return new RunningRay(address, nodeIp, rayDist, session, metadata(variables));
    }

    /** The processes above this one, nearest first. */
    private static List<Path> above() {
        return Stream.iterate(
                        ProcessHandle.current().parent(),
                        Optional::isPresent,
                        each -> each.flatMap(ProcessHandle::parent))
                .map(each -> Path.of("/proc", Long.toString(each.orElseThrow().pid())))
                .toList();
    }

    private static Optional<String> argument(List<Path> processes, String name) {
        return processes.stream()
                .flatMap(process -> arguments(process).stream())
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst();
    }

    /** Without it the job runs as well, and Ray shows its driver as a job of its own. */
    private static Map<String, String> metadata(Map<String, String> variables) {
        try {
            return JsonObject.read(variables.getOrDefault(JOB_CONFIG, "{}"), Limits.DEFAULT)
                    .texts("metadata");
        } catch (ValueException e) {
            return Map.of();
        }
    }

    /** Where the Python of a process has Ray. */
    private static Optional<Path> python(Path process) {
        try (Stream<String> maps = Files.lines(process.resolve("maps"), StandardCharsets.ISO_8859_1)) {
            return maps.filter(line -> line.endsWith(NATIVE))
                    .map(line -> Path.of(line.substring(line.indexOf('/'), line.length() - NATIVE.length())))
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // somebody else's
        }
    }

    private static List<String> arguments(Path process) {
        try {
            return List.of(Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .split("\0"));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Its native library lies where Ray's own Java workers unpack it; its token is in the environment. */
    RayLibrary library() {
        return new RayLibrary(rayDist, session, Optional.empty());
    }

    /** The folder of its logs. */
    Path logs() {
        return session.resolve("logs");
    }

    /**
     * The folder of a driver, in that of its logs.
     *
     * @param id the execution's id
     * @return the folder, which exists
     * @throws IOException when it cannot be made
     */
    public Path driverFolder(String id) throws IOException {
        return Files.createDirectories(logs().resolve(DriverFolder.of(id)));
    }
}
