package io.eagleray.driver.connect;

import java.nio.file.Path;
import java.util.List;

/**
 * A running Ray, as a JVM on one of its nodes connects to it.
 *
 * @param address the address of its control service, {@code host:port}
 * @param nodeIp the address of this node
 * @param library what to load for it
 * @param folder a folder of this connection, which exists: for what workers load, and for Ray's logs of this JVM
 * @param workerOptions options of the worker JVMs
 */
public record RayEndpoint(String address, String nodeIp, RayLibrary library, Path folder, List<String> workerOptions) {

    /** Copies the list. */
    public RayEndpoint {
        workerOptions = List.copyOf(workerOptions);
    }

    /** The address. */
    @Override
    public String toString() {
        return address;
    }
}
