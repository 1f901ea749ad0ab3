package io.eagleray.driver.ray;

import io.eagleray.client.BackendException;
import io.eagleray.driver.connect.BootFiles;
import io.eagleray.driver.connect.RayEndpoint;
import io.eagleray.driver.connect.RayLibrary;
import io.eagleray.driver.connect.RayLink;
import io.eagleray.parallel.WorkerPort;
import io.ray.api.Ray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The connection to a Ray, through its own Java library. Found by name, from outside of this class loader. */
public final class RayBridge implements RayLink {
    private final RayInternals internals;
    private final Map<String, String> workerEnv;
    private final Gate gate = new Gate();
    private final IdleWorkers idle = new IdleWorkers();
    private final Set<RayPort> ports = ConcurrentHashMap.newKeySet();

    private RayBridge(RayInternals internals, Map<String, String> workerEnv) {
        this.internals = internals;
        this.workerEnv = workerEnv;
    }

    /**
     * Loads the native library.
     *
     * @param library what to load
     */
    public static void load(RayLibrary library) {
        withOwnContext(() -> new RayInternals().load(library));
    }

    /**
     * Connects.
     *
     * @param endpoint where to
     * @return the connection
     */
    public static RayLink connect(RayEndpoint endpoint) {
        RayInternals internals = new RayInternals();
        Path code = bring(endpoint.workerEnv().isEmpty() ? BootFiles.files() : Map.of(), endpoint.folder());
        withOwnContext(() -> {
            internals.logTo(endpoint.folder());
            internals.quietUntilConnected(endpoint.library());
            JobMetadata.set(endpoint.metadata());
            RayProperties.of(endpoint, code).during(internals::connect);
        });
        return new RayBridge(internals, endpoint.workerEnv());
    }

    private static void withOwnContext(Runnable body) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(RayBridge.class.getClassLoader());
        try {
            body.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A folder of its own: the SDK's jar would bring everything else, and may lie inside of another jar. */
    private static Path bring(Map<String, byte[]> classes, Path folder) {
        Path code = folder.resolve("worker");
        try {
            Files.createDirectories(code);
            for (Map.Entry<String, byte[]> file : classes.entrySet()) {
                Path target = code.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
            return code;
        } catch (IOException e) {
            throw new BackendException("cannot write " + code + ", which the workers need: " + e, e);
        }
    }

    @Override
    public WorkerPort port(byte[] classPath, Supplier<String> trouble) {
        RayPort port = new RayPort(classPath, workerEnv, new Answers(gate, trouble), idle, ports::remove);
        ports.add(port);
        return port;
    }

    @Override
    public int nodes() {
        return gate.pass(() -> (int) Ray.getRuntimeContext().getAllNodeInfo().stream()
                .filter(node -> node.isAlive)
                .count());
    }

    /** Whoever waits for a worker hears of its end first, so that nobody is inside of Ray when it is shut down. */
    @Override
    public void close() {
        ports.forEach(RayPort::close);
        idle.close();
        gate.close(() -> withOwnContext(() -> {
            Ray.shutdown();
            internals.logNowhere();
        }));
    }
}
