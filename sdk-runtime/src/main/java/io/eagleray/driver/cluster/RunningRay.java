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
record RunningRay(String address, String nodeIp, Path rayDist, Path session, Map<String, String> metadata) {
    private static final String JOB_CONFIG = "RAY_JOB_CONFIG_JSON_ENV_VAR";

    private static final String NODE_IP = "--node_ip_address=";
    private static final String NATIVE = "/_raylet.so";

    /** Asks the environment, and the processes above this one: Ray's own Python and its raylet. */
    static RunningRay find(Path job, Map<String, String> variables) {
        String address = variables.getOrDefault("RAY_ADDRESS", "");
        if (!address.matches("\\S+:\\d+")) {
            throw new BackendException("RAY_ADDRESS is \"" + address + "\", not the host:port that Ray gives its jobs:"
                    + " the driver runs as the entrypoint of a Ray job");
        }
        List<Path> above = Stream.iterate(
                        ProcessHandle.current().parent(),
                        Optional::isPresent,
                        each -> each.flatMap(ProcessHandle::parent))
                .map(each -> Path.of("/proc", Long.toString(each.orElseThrow().pid())))
                .toList();
        Path rayDist = above.stream()
                .flatMap(process -> python(process).stream())
                .map(ray -> ray.resolve("jars/ray_dist.jar"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new BackendException("Ray's ray_dist.jar is not found on this node: it is in the"
                        + " wheels of Ray for Linux, which must be installed here"));
        String nodeIp = above.stream()
                .flatMap(process -> arguments(process).stream())
                .filter(argument -> argument.startsWith(NODE_IP))
                .map(argument -> argument.substring(NODE_IP.length()))
                .findFirst()
                .orElse(address.substring(0, address.lastIndexOf(':')));
        return new RunningRay(address, nodeIp, rayDist, job.resolve("../../..").normalize(), metadata(variables));
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
}
