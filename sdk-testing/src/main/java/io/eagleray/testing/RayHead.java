package io.eagleray.testing;

import io.eagleray.backend.BackendUri;
import io.eagleray.backend.ray.JobSubmission;
import io.eagleray.backend.ray.RayJobs;
import io.eagleray.client.BackendException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A Ray that somebody runs, for tests of what comes to it by its address: one node with two CPUs, a token, the Jobs API
 * and the Java of this JVM, on loopback. What it started ends with it, and with this JVM.
 */
public final class RayHead implements AutoCloseable {
    private static final int MOST_WAITS = 4;
    private static final int MOST_STARTS = 3;
    private static final int FIRST_PORT = 21_000;
    private static final int LAST_PORT = 32_000; // systems take ports for connections from above

    private final Path ray;
    private final Path folder;
    private final int port;
    private final Thread hook = new Thread(this::endAndRemove);
    private Process process;

    private RayHead(Path ray, Path folder, int port) throws IOException {
        this.ray = ray;
        this.folder = folder;
        this.port = port;
        process = begin();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts one, and waits until it runs jobs.
     *
     * @param ray the {@code ray} command of an installed Ray
     * @return the Ray
     * @throws IOException when it does not start; the message holds what it said
     * @throws InterruptedException when the thread is interrupted
     */
    public static RayHead start(Path ray) throws IOException, InterruptedException {
        for (int starts = 1; ; starts++) {
            try {
                return startOnce(ray);
            } catch (IOException e) {
                if (starts == MOST_STARTS) { // something else may have taken one of its ports meanwhile
                    throw e;
                }
            }
        }
    }

    private static RayHead startOnce(Path ray) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "rh"); // Ray's sockets need a short path
        Files.writeString(folder.resolve("token"), UUID.randomUUID().toString().replace("-", "") + "\n");
        RayHead head = new RayHead(ray, folder, freePort());
        try {
            head.await();
            return head;
        } catch (IOException | InterruptedException | RuntimeException e) {
            head.close();
            throw e;
        }
    }

    private Process begin() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().keySet().removeIf(name -> name.startsWith("RAY_") || name.startsWith("PYTHON"));
        builder.environment().put("TMPDIR", folder.toString()); // Python leaves folders there when it is killed
        builder.environment()
                .merge(
                        "PATH",
                        Path.of(System.getProperty("java.home"), "bin").toString(),
                        (path, own) -> own + ":" + path);
        builder.environment().put("RAY_AUTH_MODE", "token");
        builder.environment().put("RAY_AUTH_TOKEN_PATH", folder.resolve("token").toString());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
        return builder.start();
    }

    /** Kills all its processes at once. */
    void kill() {
        end();
    }

    /** Starts another at the same address, with the same token. */
    void startAgain() throws IOException, InterruptedException {
        process = begin();
        await();
    }

    private List<String> command() throws IOException {
        return List.of(
                ray.toString(),
                "start",
                "--head",
                "--block",
                "--node-ip-address=127.0.0.1",
                "--port=" + freePort(),
                "--temp-dir=" + folder,
                "--include-dashboard=true",
                "--dashboard-host=127.0.0.1",
                "--dashboard-port=" + port,
                "--dashboard-agent-listen-port=0",
                "--ray-client-server-port=" + freePort(),
                "--min-worker-port=0",
                "--max-worker-port=0",
                "--disable-usage-stats",
                "--num-cpus=2");
    }

    private static int freePort() throws IOException {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
        } while (!isFree(port));
        return port;
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException e) {
            return false;
        }
    }

    /** It may answer before it can run anything, and without being able to ever. */
    private void await() throws IOException, InterruptedException {
        for (int waits = 1; ; waits++) {
            try (RayJobs jobs = jobs()) {
                String id = "ready-" + UUID.randomUUID();
                jobs.submit(JobSubmission.of(id, "true"));
                jobs.follow(id, line -> {});
                jobs.delete(id);
                return;
            } catch (BackendException e) {
                if (!process.isAlive() || waits == MOST_WAITS) {
                    throw new IOException(Files.readString(folder.resolve("out")), e);
                }
            }
        }
    }

    /**
     * Its jobs.
     *
     * @return its Jobs API, asked with the right token
     */
    public RayJobs jobs() {
        return RayJobs.at(uri(), variables());
    }

    /**
     * Where it is.
     *
     * @return the backend
     */
    public BackendUri uri() {
        return BackendUri.parse("http://127.0.0.1:" + port);
    }

    /**
     * Says the token, and where nothing else is found.
     *
     * @return variables of an environment
     */
    public Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(access());
        variables.put("HOME", folder.toString());
        return variables;
    }

    /**
     * Says the token.
     *
     * @return variables of an environment
     */
    public Map<String, String> access() {
        return Map.of("RAY_AUTH_TOKEN_PATH", folder.resolve("token").toString());
    }

    /**
     * What runs on it.
     *
     * @return the command lines of all its processes
     */
    public List<String> commands() {
        return process.descendants()
                .flatMap(each -> each.info().commandLine().stream())
                .toList();
    }

    /**
     * Its files.
     *
     * @return the folder that Ray writes to
     */
    public Path folder() {
        return folder;
    }

    private void end() {
        for (List<ProcessHandle> all = all(); !all.isEmpty(); all = all()) {
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(ended -> ended.onExit().join());
        }
    }

    /** Children first, and again until there are none: the last one to go is the one whose descendants they are. */
    private List<ProcessHandle> all() {
        List<ProcessHandle> descendants = process.descendants().toList();
        return descendants.isEmpty() && process.isAlive() ? List.of(process.toHandle()) : descendants;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        endAndRemove();
    }

    private void endAndRemove() {
        end();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
