package io.eagleray.driver.ray;

import io.eagleray.client.BackendException;
import io.eagleray.driver.connect.RayEndpoint;
import io.eagleray.driver.connect.RayLibrary;
import io.eagleray.driver.connect.RayLink;
import io.eagleray.parallel.WorkerPort;
import io.ray.api.Ray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The connection to a Ray, through its own Java library. Found by name, from outside of this class loader. */
public final class RayBridge implements RayLink {
    private static final List<Class<?>> ON_WORKERS = List.of(RayWorker.class);

    private final RayInternals internals;
    private final Gate gate = new Gate();
    private final IdleWorkers idle = new IdleWorkers();
    private final Set<RayPort> ports = ConcurrentHashMap.newKeySet();

    private RayBridge(RayInternals internals) {
        this.internals = internals;
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
        Path code = copyWorkerClasses(endpoint.folder().resolve("worker"));
        withOwnContext(() -> {
            internals.logTo(endpoint.folder());
            internals.quietUntilConnected(endpoint.library());
            RayProperties.of(endpoint, code).during(internals::connect);
        });
        return new RayBridge(internals);
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
    private static Path copyWorkerClasses(Path folder) {
        try {
            for (Class<?> type : ON_WORKERS) {
                copy(type, folder);
                for (Class<?> nested : type.getDeclaredClasses()) {
                    copy(nested, folder);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new BackendException("cannot write " + folder + ", which the workers need: " + e, e);
        }
    }

    private static void copy(Class<?> type, Path folder) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Path simple = Path.of(name).getFileName();
        try (InputStream bytes = RayLink.class.getResourceAsStream("/" + name)) {
            if (bytes == null) {
                throw new IOException(simple + " is missing in Eagleray's own jar");
            }
            Files.copy(bytes, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public WorkerPort port(List<Path> classPath, Supplier<String> trouble) {
        RayPort port = new RayPort(classPath, new Answers(gate, trouble), idle, ports::remove);
        ports.add(port);
        return port;
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
