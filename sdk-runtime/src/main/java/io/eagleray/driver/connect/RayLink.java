package io.eagleray.driver.connect;

import io.eagleray.parallel.WorkerPort;
import java.util.function.Supplier;

/** An open connection to a Ray; implemented by the classes that speak Ray's own API. */
public interface RayLink extends AutoCloseable {

    /**
     * A port for one execution.
     *
     * @param classPath the application's class path, as {@link io.eagleray.bundle.CodePath} writes it
     * @param trouble what is known to be wrong with this Ray; empty text while all is well
     * @return the port
     */
    WorkerPort port(byte[] classPath, Supplier<String> trouble);

    /**
     * How large the Ray is now.
     *
     * @return how many of its nodes are alive, the head among them
     */
    int nodes();

    /** Disconnects. */
    @Override
    void close();
}
