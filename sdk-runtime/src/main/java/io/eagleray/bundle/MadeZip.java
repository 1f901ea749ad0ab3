package io.eagleray.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;

/**
 * A zip for Ray of files that are made, not found. It lies on no disk of this machine unless it is told to.
 *
 * @param name its name for Ray, by its content
 * @param content its bytes; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record MadeZip(String name, byte[] content) {
    /**
     * Makes a zip.
     *
     * @param files the bytes of each file, by its path
     * @return the zip
     */
    public static MadeZip of(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> each : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(TimelessEntry.named(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has none
        }
        return new MadeZip(name(files), out.toByteArray());
    }

    /**
     * Writes it to a folder.
     *
     * @param folder the folder, which is made if it is not there
     * @return its file
     * @throws IOException when it cannot be written
     */
    public Path in(Path folder) throws IOException {
        Path file = folder.resolve(name);
        Draft.write(file, draft -> Files.write(draft, content));
        return file;
    }

    /**
     * The name of such a zip, which its content alone decides.
     *
     * @param files the bytes of each file, by its path
     * @return its name
     */
    public static String name(Map<String, byte[]> files) {
        Sha256 sha = new Sha256();
        new TreeMap<>(files).forEach((path, bytes) -> sha.add(path, Sha256.of(bytes)));
        return PackageName.of(sha.hex());
    }
}
