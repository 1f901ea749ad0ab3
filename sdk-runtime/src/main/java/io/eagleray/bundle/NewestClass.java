package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The class of an entry of the class path that is compiled for the newest Java.
 *
 * @param name its name
 * @param entry the name of the entry's directory or jar
 * @param major its major version
 */
public record NewestClass(String name, String entry, int major) {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int MIN_BYTES = 8;

    /** What a class file's major version is more than that of the Java it was compiled for. */
    private static final int OFFSET = 44;

    /** Every Java that Eagleray runs on loads these. */
    private static final int OLDEST = 17;

    /**
     * Checks that a JDK can load classes.
     *
     * @param classes the newest class of each entry
     * @param feature the JDK's feature version, such as 17
     * @throws ConfigurationException when one is newer, naming the classes, their entries and versions
     */
    public static void requireJava(List<NewestClass> classes, int feature) {
        String newer = classes.stream()
                .filter(each -> each.feature() > feature)
                .map(each -> each.name + " in " + each.entry + " (major version " + each.major + ", Java "
                        + each.feature() + ")")
                .collect(Collectors.joining(", "));
        if (!newer.isEmpty()) {
            throw new ConfigurationException("the cluster runs Java " + feature + ", which is too old for " + newer
                    + ": compile with --release " + feature
                    + ", take libraries made for it, or run a newer Java there");
        }
    }

    /** Those that not every Java which Eagleray runs on can load. */
    static List<NewestClass> in(List<Path> classPath) {
        List<NewestClass> found = new ArrayList<>();
        classPath.forEach(entry -> EntryFiles.with(entry, files -> newest(entry, files))
                .filter(newest -> newest.feature() > OLDEST)
                .ifPresent(found::add));
        return List.copyOf(found);
    }

    private static Optional<NewestClass> newest(Path entry, EntryFiles files) throws IOException {
        String newest = "";
        int most = 0;
        for (String file : files.sizes().keySet()) {
            int major = isLoaded(file) ? major(files, file) : 0;
            if (major > most) {
                newest = file;
                most = major;
            }
        }
        return most == 0
                ? Optional.empty()
                : Optional.of(new NewestClass(
                        newest.substring(0, newest.length() - ".class".length()).replace('/', '.'),
                        String.valueOf(entry.getFileName()),
                        most));
    }

    private static boolean isLoaded(String file) {
        return file.endsWith(".class") && !file.startsWith("META-INF/") && !file.endsWith("module-info.class");
    }

    private static int major(EntryFiles files, String file) throws IOException {
        if (files.sizes().getOrDefault(file, 0L) < MIN_BYTES) {
            return 0;
        }
        try (DataInputStream content = new DataInputStream(files.open(file))) {
            if (content.readInt() != MAGIC) {
                return 0;
            }
            content.readUnsignedShort();
            return content.readUnsignedShort();
        }
    }

    private int feature() {
        return major - OFFSET;
    }
}
