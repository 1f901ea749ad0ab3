package io.eagleray.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A class path as bytes, for a JVM that has nothing else yet: needs only the JDK. An entry is a directory or jar on this
 * machine, or one in a package that Ray has unpacked, with the digest that it must have.
 */
public final class CodePath {
    private static final String SEPARATOR = "\0";
    private static final String SUFFIX = ".zip";
    private static final Pattern PACKED =
            Pattern.compile("([0-9a-f]{64}) (" + PackageName.REGEX + ")/((?:app|lib)/[A-Za-z0-9._-]+)");
    private static final String CHECKED = ".checked";

    /** Where Ray unpacks what Python and Java workers are given. */
    private static final String PYTHON_PACKAGES = "py_modules_files";

    private CodePath() {}

    /**
     * A class path of this machine.
     *
     * @param classPath directories and jars
     * @return the bytes
     */
    public static byte[] of(List<Path> classPath) {
        return text(classPath.stream().map(Path::toString).toList());
    }

    /**
     * The class path that a bundle becomes.
     *
     * @param manifest how it is put together
     * @return the bytes
     */
    public static byte[] of(BundleManifest manifest) {
        return text(manifest.entries().stream()
                .map(entry -> entry.digest() + " " + entry.zip() + "/" + entry.path())
                .toList());
    }

    private static byte[] text(List<String> entries) {
        return String.join(SEPARATOR, entries).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The directories and jars of a class path, in order. What comes from packages is what it should be: each entry is
     * digested by the first JVM of a node that loads it.
     *
     * @param bytes what {@link #of} gave
     * @param shipped a class that lies in a package too: the others lie beside it
     * @return the class path
     * @throws IOException when an entry of a package is not there, cannot be read, or is not what was sent
     */
    public static List<Path> find(byte[] bytes, Class<?> shipped) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String entry : new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1)) {
            Matcher packed = PACKED.matcher(entry);
            found.add(
                    packed.matches()
                            ? checked(folder(packed.group(2), shipped).resolve(packed.group(3)), packed.group(1))
                            : Path.of(entry));
        }
        return found;
    }

    /**
     * As {@link #find}, for a class loader.
     *
     * @param bytes what {@link #of} gave
     * @param shipped a class that lies in a package too: the others lie beside it
     * @return the class path
     * @throws IOException when an entry of a package is not there, cannot be read, or is not what was sent
     */
    public static URL[] urls(byte[] bytes, Class<?> shipped) throws IOException {
        List<Path> found = find(bytes, shipped);
        URL[] urls = new URL[found.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = found.get(i).toUri().toURL();
        }
        return urls;
    }

    /**
     * Where Ray has unpacked a package on this node.
     *
     * @param zip the package's name
     * @param shipped a class that lies in a package too
     * @return the folder; it may be missing
     * @throws IOException when the class does not lie in a folder
     */
    public static Path folder(String zip, Class<?> shipped) throws IOException {
        CodeSource source = shipped.getProtectionDomain().getCodeSource();
        try {
            Path packages = Path.of(
                            source == null
                                    ? URI.create("file:///")
                                    : source.getLocation().toURI())
                    .resolveSibling("..")
                    .resolve(PYTHON_PACKAGES)
                    .normalize();
            return packages.resolve(folderName(zip));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("cannot tell where " + shipped + " lies", e);
        }
    }

    /**
     * Where Ray has unpacked another package on this node.
     *
     * @param folder where one was unpacked
     * @param zip the other one's name
     * @return its folder; it may be missing
     */
    public static Path beside(Path folder, String zip) {
        return folder.resolveSibling(folderName(zip));
    }

    private static String folderName(String zip) {
        return zip.substring(0, zip.length() - SUFFIX.length());
    }

    private static Path checked(Path entry, String digest) throws IOException {
        Path mark = entry.resolveSibling(entry.getFileName() + CHECKED);
        if (Files.exists(mark)) {
            return entry;
        }
        if (!Files.exists(entry)) {
            throw new NoSuchFileException(entry.toString(), null, "Ray has not unpacked it");
        }
        String actual = isOwn(entry) ? ofOwn(entry) : Sha256.of(entry);
        if (!actual.equals(digest)) {
            throw new IOException(entry + " is not what was sent: its SHA-256 is " + actual + ", not " + digest
                    + "; is the disk of this node full, or did somebody change it?");
        }
        try {
            Files.createFile(mark);
        } catch (FileAlreadyExistsException e) {
            return entry; // another JVM was faster
        }
        return entry;
    }

    private static boolean isOwn(Path entry) {
        Path folder = entry.getParent();
        return folder != null && folder.endsWith("app");
    }

    /** As own entries are digested when they are sent: names and contents, in order. */
    private static String ofOwn(Path entry) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        if (Files.isDirectory(entry)) {
            for (Path file : files(entry)) {
                digests.put(entry.relativize(file).toString().replace('\\', '/'), Sha256.of(file));
            }
        } else {
            try (ZipFile jar = new ZipFile(entry.toFile())) {
                for (ZipEntry file : jar.stream().toList()) {
                    try (InputStream content = jar.getInputStream(file)) {
                        digests.put(file.getName(), Sha256.of(content));
                    }
                }
            }
        }
        Sha256 sha = new Sha256();
        digests.forEach(sha::add);
        return sha.hex();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
