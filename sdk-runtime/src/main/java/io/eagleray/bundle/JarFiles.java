package io.eagleray.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of a jar. */
final class JarFiles implements EntryFiles {
    private final ZipFile zip;
    private final SortedMap<String, Long> sizes = new TreeMap<>();

    JarFiles(Path jar) throws IOException {
        zip = new ZipFile(jar.toFile());
        zip.stream()
                .filter(entry -> !entry.isDirectory())
                .forEach(entry -> sizes.put(entry.getName(), entry.getSize()));
    }

    @Override
    public SortedMap<String, Long> sizes() {
        return Collections.unmodifiableSortedMap(sizes);
    }

    @Override
    public InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
