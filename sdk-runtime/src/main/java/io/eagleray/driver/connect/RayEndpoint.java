package io.eagleray.driver.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A running Ray, as a JVM on one of its nodes connects to it.
 *
 * @param address the address of its control service, {@code host:port}
 * @param nodeIp the address of this node
 * @param library what to load for it
 * @param folder a folder of this connection, which exists: for what workers load, and for Ray's logs of this JVM
 * @param workerOptions options of the worker JVMs
 * @param workerEnv the workers' runtime environment: Ray's fields, each with its JSON. It brings {@code RayWorker} to every node;
 *     empty where all workers see the folder, and it is brought there
 * @param metadata what Ray is to keep with the job that the JVM connects as
 */
public record RayEndpoint(
        String address,
        String nodeIp,
        RayLibrary library,
        Path folder,
        List<String> workerOptions,
        Map<String, String> workerEnv,
        Map<String, String> metadata) {
    /**
     * The variable of a worker that says what its Python functions are set up with, as the JSON of a runtime environment. A
     * constant, for it is read before a worker has this class.
     */
    public static final String PYTHON_ENV = "EAGLERAY_PYTHON_ENV";

    /** Copies list and maps. */
    public RayEndpoint {
        workerOptions = List.copyOf(workerOptions);
        workerEnv = Map.copyOf(workerEnv);
        metadata = Map.copyOf(metadata);
    }

    /** The address. */
    @Override
    public String toString() {
        return address;
    }
}
