package io.eagleray.driver.connect;

import io.eagleray.parallel.WorkerPort;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** An open connection to a Ray; implemented by the classes that speak Ray's own API. */
public interface RayLink extends AutoCloseable {

    /**
     * A port for one execution.
     *
     * @param classPath the application's class path, as the workers can read it
     * @param trouble what is known to be wrong with this Ray; empty text while all is well
     * @return the port
     */
    WorkerPort port(List<Path> classPath, Supplier<String> trouble);

    /** Disconnects. */
    @Override
    void close();
}
