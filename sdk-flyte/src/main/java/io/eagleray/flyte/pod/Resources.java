package io.eagleray.flyte.pod;

import io.eagleray.client.BackendException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Files of this library that go to pods. */
final class Resources {
    private Resources() {}

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** The files of classes, by their paths below an entry of a class path. */
    static Map<String, byte[]> classes(Class<?>... classes) {
        Map<String, byte[]> files = new TreeMap<>();
        for (Class<?> each : classes) {
            String path = each.getName().replace('.', '/') + ".class";
            files.put(path, bytes("/" + path));
        }
        return files;
    }

    static byte[] bytes(String name) {
        try (InputStream bytes = Resources.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new BackendException(name + " is missing in Eagleray's own jar: use one that is whole");
            }
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new BackendException("cannot read " + name + " of Eagleray's own jar: " + e, e);
        }
    }
}
