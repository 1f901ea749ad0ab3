package io.eagleray.driver.connect;

import io.eagleray.client.BackendException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of this SDK that a JVM on a cluster needs before it has found the application's class path. The classes among
 * them need only the JDK and, on a worker, Ray's API.
 */
public final class BootFiles {
    private static final List<String> NAMES = List.of(
            "bundle/CodePath",
            "bundle/Sha256",
            "driver/cluster/Entrypoint",
            "driver/ray/PythonCalls",
            "driver/ray/PythonSetUp",
            "driver/ray/RayWorker",
            "driver/ray/RayWorker$ApplicationLoader",
            "driver/ray/ValueKeeper");

    private BootFiles() {}

    /**
     * Their files.
     *
     * @return the bytes of each, by its path below a class path entry
     * @throws BackendException when one of them is missing
     */
    public static Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : NAMES) {
            String path = "io/eagleray/" + name + ".class";
            files.put(path, bytes("/" + path));
        }
        files.put(
                RayLibrary.LOGGING, bytes(RayLibrary.QUIET)); // Ray's own is XML, and its parser takes a while to load
        return files;
    }

    private static byte[] bytes(String resource) {
        try (InputStream bytes = BootFiles.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new BackendException(resource + " is missing in Eagleray's own jar: use one that is whole");
            }
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new BackendException("cannot read " + resource + " of Eagleray's own jar: " + e, e);
        }
    }
}
