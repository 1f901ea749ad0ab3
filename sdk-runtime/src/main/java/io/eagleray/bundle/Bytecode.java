package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds classes that a JDK is too old for. */
final class Bytecode {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int MIN_BYTES = 8;

    /** What a class file's major version is more than that of the Java it was compiled for. */
    private static final int OFFSET = 44;

    private Bytecode() {}

    /**
     * Says so when a class is newer; in every entry the first such class.
     *
     * @throws ConfigurationException naming the classes, their entries and versions
     */
    static void check(List<Path> classPath, int feature) {
        List<String> newer = new ArrayList<>();
        classPath.forEach(entry -> EntryFiles.with(entry, files -> {
            for (String name : files.sizes().keySet()) {
                int major = isLoaded(name) ? major(files, name) : 0;
                if (major - OFFSET > feature) {
                    newer.add(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.') + " in " + entry
                                    + " (major version " + major + ", Java " + (major - OFFSET) + ")");
                    break;
                }
            }
            return feature;
        }));
        if (!newer.isEmpty()) {
            throw new ConfigurationException("the cluster runs Java " + feature + ", which is too old for "
                    + String.join(", ", newer) + ": compile with --release " + feature
                    + ", take libraries made for it, or run a newer Java there");
        }
    }

    private static boolean isLoaded(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("module-info.class");
    }

    private static int major(EntryFiles files, String name) throws IOException {
        if (files.sizes().getOrDefault(name, 0L) < MIN_BYTES) {
            return 0;
        }
        try (DataInputStream content = new DataInputStream(files.open(name))) {
            if (content.readInt() != MAGIC) {
                return 0;
            }
            content.readUnsignedShort();
            return content.readUnsignedShort();
        }
    }
}
