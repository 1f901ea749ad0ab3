package io.eagleray.backend;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The YAML that {@code podTemplate} of a group names. */
public final class PodTemplateFile {
    private static final int LARGEST = 1 << 20;

    private PodTemplateFile() {}

    /**
     * Reads one.
     *
     * @param loader the application's
     * @param resource its path on the class path
     * @return its text, of at most 1 MiB
     * @throws ConfigurationException when it is not there, too large, or cannot be read
     */
    public static String read(ClassLoader loader, String resource) {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ConfigurationException("there is no pod template " + resource
                        + " on the class path: podTemplate is the path of a YAML resource, such as pods/gpu.yaml");
            }
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ConfigurationException("the pod template " + resource + " has more than 1 MiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ConfigurationException("cannot read the pod template " + resource, e);
        }
    }
}
