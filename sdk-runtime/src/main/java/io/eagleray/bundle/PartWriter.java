package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes class path entries into a zip: own ones file by file, in order and without times; libraries as they are. */
final class PartWriter {
    private PartWriter() {}

    /**
     * Writes an entry of a class path.
     *
     * @throws ConfigurationException when its content is not what it was when it was digested
     */
    static void write(Part part, ZipOutputStream zip) {
        String written = EntryFiles.with(part.entry(), files -> {
            if (!part.own()) {
                return store(part, zip);
            }
            OwnFiles own = new OwnFiles(files);
            if (Files.isDirectory(part.entry())) {
                return files(own, part.path() + "/", "", zip);
            }
            zip.putNextEntry(TimelessEntry.named(part.path()));
            ZipOutputStream jar = new ZipOutputStream(zip);
            jar.setLevel(Deflater.NO_COMPRESSION); // the zip around it compresses
            String digest = files(own, "", "", jar);
            jar.finish();
            zip.closeEntry();
            return digest;
        });
        if (!written.equals(part.digest())) {
            throw new ConfigurationException("the class path entry " + part.entry()
                    + " changed while it was read: wait until its build has ended, and try again");
        }
    }

    /**
     * Writes files, in order and without times.
     *
     * @param prefix goes before each name in the zip
     * @param digested goes before each name in the digest
     * @return the digest over the names and the contents
     */
    static String files(EntryFiles files, String prefix, String digested, ZipOutputStream zip) throws IOException {
        Sha256 sha = new Sha256();
        for (String name : files.sizes().keySet()) {
            zip.putNextEntry(TimelessEntry.named(prefix + name));
            sha.add(digested + name, copy(files.open(name), zip));
            zip.closeEntry();
        }
        return sha.hex();
    }

    /** Jars are compressed already. */
    private static String store(Part part, ZipOutputStream zip) throws IOException {
        ZipEntry entry = TimelessEntry.named(part.path());
        entry.setMethod(ZipEntry.STORED);
        try (CheckedInputStream content = new CheckedInputStream(Files.newInputStream(part.entry()), new CRC32())) {
            entry.setSize(content.transferTo(OutputStream.nullOutputStream()));
            entry.setCrc(content.getChecksum().getValue());
        }
        zip.putNextEntry(entry);
        String digest = copy(Files.newInputStream(part.entry()), zip);
        zip.closeEntry();
        return digest;
    }

    private static String copy(InputStream content, OutputStream out) throws IOException {
        try (content) {
            return Sha256.copy(content, out);
        }
    }
}
