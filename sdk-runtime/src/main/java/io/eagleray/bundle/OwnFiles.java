package io.eagleray.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** What is shipped of the application's own entries: all but what tells of the build, and not of the code. */
final class OwnFiles implements EntryFiles {
    private static final Pattern BUILD =
            Pattern.compile("META-INF/maven/.*|META-INF/build-info\\.properties|git\\.properties"
                    + "|META-INF/INDEX\\.LIST|META-INF/[^/]+\\.(?:SF|RSA|DSA|EC)|(?:.*/)?\\.DS_Store");
    private static final List<String> BUILD_ATTRIBUTES = List.of(
            "Created-By",
            "Build-Jdk",
            "Build-Jdk-Spec",
            "Built-By",
            "Build-Time",
            "Build-Timestamp",
            "Bnd-LastModified",
            "Ant-Version",
            "Archiver-Version",
            "Class-Path",
            "Implementation-Build",
            "Build-Date",
            "Built-On");

    private static final int HEADERS = 256;
    private static final int LARGE = 64 << 10;

    private final EntryFiles files;
    private final SortedMap<String, Long> sizes = new TreeMap<>();

    OwnFiles(EntryFiles files) {
        this.files = files;
        files.sizes().forEach((name, size) -> {
            if (!BUILD.matcher(name).matches()) {
                sizes.put(name, size);
            }
        });
    }

    @Override
    public SortedMap<String, Long> sizes() {
        return sizes;
    }

    @Override
    public InputStream open(String name) throws IOException {
        return name.equals(JarFile.MANIFEST_NAME) ? manifest() : files.open(name);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    /**
     * A digest over the names and the contents.
     *
     * @param kept those of large files, which take longer to make than to look up
     */
    String digest(FileDigests kept) throws IOException {
        Sha256 sha = new Sha256();
        for (String name : sizes.keySet()) {
            Optional<Path> large = large(name);
            sha.add(name, large.isPresent() ? kept.of(large.get()) : digest(name));
        }
        return sha.hex();
    }

    private Optional<Path> large(String name) {
        boolean isAsItLies = !name.equals(JarFile.MANIFEST_NAME);
        return isAsItLies && sizes.getOrDefault(name, 0L) >= LARGE ? files.path(name) : Optional.empty();
    }

    private String digest(String name) throws IOException {
        try (InputStream content = open(name)) {
            return Sha256.of(content);
        }
    }

    /** The most that they take in a zip: their sizes, and what a zip adds to each. Zero when there are none. */
    long bytes() {
        return sizes.entrySet().stream()
                .mapToLong(
                        file -> file.getValue() + HEADERS + 6L * file.getKey().length())
                .sum();
    }

    /** Which entries of a class path are the application's own: directories, jars that declare tasks, else the first. */
    static List<Path> entries(Map<Path, Set<String>> packages) {
        List<Path> candidates = new ArrayList<>();
        List<Path> own = new ArrayList<>();
        packages.forEach((entry, names) -> {
            if (Exclusions.sdk(entry, names).isEmpty()) {
                candidates.add(entry);
                if (Files.isDirectory(entry) || names.contains(SpecFiles.FOLDER)) {
                    own.add(entry);
                }
            }
        });
        return own.isEmpty() ? candidates.stream().limit(1).toList() : own;
    }

    private InputStream manifest() throws IOException {
        try (InputStream content = files.open(JarFile.MANIFEST_NAME)) {
            Manifest manifest = new Manifest(content);
            manifest.getEntries().clear();
            TreeMap<String, String> kept = new TreeMap<>();
            manifest.getMainAttributes().forEach((key, value) -> kept.put(key.toString(), value.toString()));
            BUILD_ATTRIBUTES.forEach(kept::remove);
            Attributes attributes = manifest.getMainAttributes();
            attributes.clear();
            kept.forEach(attributes::putValue);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            manifest.write(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }
}
