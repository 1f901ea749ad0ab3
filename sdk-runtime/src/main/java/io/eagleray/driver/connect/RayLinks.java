package io.eagleray.driver.connect;

import io.eagleray.client.BackendException;
import io.eagleray.client.EaglerayException;
import io.eagleray.parallel.WorkerPort;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection of this JVM. Ray's native library can be loaded once in the life of a JVM, by one class loader, and is
 * connected to one Ray at a time; it also remembers the first token for ever. So what asks for the same Ray shares one
 * connection, and what asks for another is told so.
 */
public final class RayLinks {
    private static final String BRIDGE = "io.eagleray.driver.ray.RayBridge";
    private static final String LOADED = "io.eagleray.ray.loaded";
    private static final String REMEDY =
            ": one JVM can hold one Ray; use the same Ray for both, or run one of them in a JVM of its own";

    private static final Logger LOGGER = LoggerFactory.getLogger(RayLinks.class);
    private static @Nullable Class<?> bridge;
    private static @Nullable RayLibrary loaded;
    private static @Nullable RayLink open;
    private static @Nullable String openAddress;
    private static @Nullable String stuck;
    private static int users;

    private RayLinks() {}

    /**
     * Loads Ray's classes and its native library, which takes a while and can be done while Ray starts.
     *
     * @param library what to load
     * @throws BackendException when this JVM holds another Ray
     */
    public static synchronized void load(RayLibrary library) {
        check(library);
        if (bridge == null) {
            System.setProperty(LOADED, library.rayDist().toString());
            bridge = bridge(library);
            loaded = library;
            invoke(bridge, "load", RayLibrary.class, library);
        }
    }

    /**
     * Whether {@link #load} can succeed.
     *
     * @param library what would be loaded
     * @throws BackendException when this JVM holds another Ray
     */
    public static synchronized void check(RayLibrary library) {
        RayLibrary before = loaded;
        String byOthers = System.getProperty(LOADED);
        if (before != null && !library.rayDist().equals(before.rayDist())) {
            throw new BackendException(
                    "this JVM has loaded Ray from " + before + " and cannot load " + library + REMEDY);
        }
        if (before != null && !library.token().equals(before.token())) {
            throw new BackendException("this JVM has loaded Ray with another token" + REMEDY);
        }
        if (before == null && byOthers != null) { // another copy of this SDK, in an application server for one
            throw new BackendException("another copy of Eagleray in this JVM has loaded Ray from " + byOthers
                    + ", and this one cannot load " + library + REMEDY);
        }
    }

    private static Class<?> bridge(RayLibrary library) {
        try {
            RayLoader loader = new RayLoader(library.rayDist(), RayLinks.class.getClassLoader());
            return Class.forName(BRIDGE, true, loader);
        } catch (MalformedURLException | ReflectiveOperationException | LinkageError e) {
            throw new BackendException("cannot load Ray's Java classes from " + library.rayDist() + ": " + e, e);
        }
    }

    private static Object invoke(Class<?> bridge, String name, Class<?> type, Object argument) {
        try {
            Method method = bridge.getMethod(name, type);
            return method.invoke(null, argument);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof EaglerayException known) {
                throw known;
            }
            throw new BackendException(
                    "Ray's Java library failed with " + argument + ": " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new BackendException("Ray's Java library does not fit: " + e, e);
        }
    }

    /**
     * Connects to a Ray, or shares the connection that this JVM has to it.
     *
     * @param endpoint the Ray
     * @return the connection; closing it twice does no harm
     * @throws BackendException when it cannot be reached, or this JVM is connected to another Ray
     */
    public static synchronized RayLink connect(RayEndpoint endpoint) {
        load(endpoint.library());
        if (stuck != null) {
            throw new BackendException(stuck);
        }
        if (open == null) {
            open = (RayLink) invoke(Objects.requireNonNull(bridge), "connect", RayEndpoint.class, endpoint);
            openAddress = endpoint.address();
        } else if (!endpoint.address().equals(openAddress)) {
            throw new BackendException(
                    "this JVM is connected to the Ray at " + openAddress + ", not to " + endpoint + REMEDY);
        }
        users++;
        return new Share(open);
    }

    private static synchronized void release() {
        users--;
        RayLink last = open;
        if (users == 0 && last != null) {
            open = null;
            try {
                last.close();
            } catch (BackendException e) {
                stuck = e.getMessage();
                LOGGER.warn("disconnecting from Ray: {}", e.getMessage());
            }
        }
    }

    /** One user's share of the connection. */
    private static final class Share implements RayLink {
        private final RayLink link;
        private boolean closed;

        Share(RayLink link) {
            this.link = link;
        }

        @Override
        public WorkerPort port(byte[] classPath, Supplier<String> trouble) {
            return link.port(classPath, trouble);
        }

        @Override
        public int nodes() {
            return link.nodes();
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                release();
            }
        }
    }
}
