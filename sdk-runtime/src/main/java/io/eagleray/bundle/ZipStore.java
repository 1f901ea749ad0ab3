package io.eagleray.bundle;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipOutputStream;

/** A folder of zips, each named after its content and written once, without anything that tells when or where. */
final class ZipStore {
    private final Path folder;
    private final long limit;

    ZipStore(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /** The zip with these entries; it is written when it is not there yet. */
    BundleZip zip(List<Part> parts, String reason) {
        Sha256 sha = new Sha256();
        parts.forEach(part -> sha.add(part.path(), part.digest()));
        String name = PackageName.of(sha.hex());
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file)) {
                Draft.write(file, draft -> write(parts, draft));
            }
            long bytes = Files.size(file);
            if (bytes > limit) {
                throw Oversized.of(largest(parts), limit);
            }
            return new BundleZip(
                    name, file, bytes, reason, parts.stream().map(Part::entry).toList());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ConfigurationException unwritable(IOException e) {
        return new ConfigurationException(
                "cannot write into " + folder + " (" + e.getMessage()
                        + "): check that it is writable and its disk not full",
                e);
    }

    private static Path largest(List<Part> parts) {
        return parts.stream()
                .max(Comparator.comparingLong(Part::bytes))
                .orElseThrow()
                .entry();
    }

    private void write(List<Part> parts, Path draft) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new LimitedStream(
                Files.newOutputStream(draft), limit, () -> Oversized.of(largest(parts), limit), this::unwritable))) {
            for (Part part : parts) {
                PartWriter.write(part, zip);
            }
        }
    }
}
