package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Looks through the entries of a class path as class loaders do: directories, jars, and in Spring Boot jars and wars
 * what their launcher loads, without unpacking them.
 */
final class ClassPathFiles {
    private static final Pattern ARCHIVED_CLASSES = Pattern.compile("(?:BOOT|WEB)-INF/classes/(.+)");
    private static final Pattern ARCHIVED_LIBRARY = Pattern.compile("(?:BOOT-INF/lib|WEB-INF/lib)/[^/]+\\.jar");

    private final String folder;
    private final Predicate<String> wanted;
    private final int limit;

    /**
     * What to look for.
     *
     * @param folder the folder it is in, with {@code /} at its end; empty for any
     * @param suffix how the names end
     * @param limit how many bytes a file may have
     */
    ClassPathFiles(String folder, String suffix, int limit) {
        this.folder = folder;
        this.wanted = name -> name.startsWith(folder) && name.endsWith(suffix);
        this.limit = limit;
    }

    /** Takes files until it has seen enough. */
    interface Visitor {
        /** Takes a file; false ends the search. */
        boolean visit(ClassPathFile file);
    }

    void search(List<Path> classPath, Visitor visitor) {
        for (Path entry : classPath) {
            try {
                if (!(Files.isDirectory(entry) ? directory(entry, visitor) : archive(entry, visitor))) {
                    return;
                }
            } catch (IOException e) {
                throw new ConfigurationException(
                        "cannot read the class path entry " + entry + " (" + e.getMessage()
                                + "): build it again, or take it off the class path",
                        e);
            }
        }
    }

    private boolean directory(Path root, Visitor visitor) throws IOException {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return true;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(start)) {
            files = walk.filter(file -> wanted.test(name(root, file)))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            try (InputStream content = Files.newInputStream(file)) {
                if (!visitor.visit(read(root, name(root, file), content))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private boolean archive(Path jar, Visitor visitor) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                Matcher classes = ARCHIVED_CLASSES.matcher(entry.getName());
                String name = classes.matches() ? classes.group(1) : entry.getName();
                boolean library = ARCHIVED_LIBRARY.matcher(entry.getName()).matches();
                if (!library && !wanted.test(name)) {
                    continue;
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    if (!(library ? library(jar, content, visitor) : visitor.visit(read(jar, name, content)))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    @SuppressWarnings("NullAway") // ZipInputStream.getNextEntry ends with null
    private boolean library(Path jar, InputStream library, Visitor visitor) throws IOException {
        ZipInputStream zip = new ZipInputStream(library);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (wanted.test(entry.getName()) && !visitor.visit(read(jar, entry.getName(), zip))) {
                return false;
            }
        }
        return true;
    }

    private ClassPathFile read(Path entry, String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new ConfigurationException(
                    name + " in " + entry + " has more than " + limit + " bytes: it was not written by Eagleray");
        }
        return new ClassPathFile(entry, name, bytes);
    }
}
