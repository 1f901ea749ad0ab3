package io.eagleray.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The digests of jars, kept with what tells that a jar is still the same: its place, size and time of change. */
final class JarDigests {
    private static final Logger LOGGER = LoggerFactory.getLogger(JarDigests.class);

    /** A jar that is younger may still be written without a new time. */
    private static final int SETTLED_SECONDS = 3;

    private final Path folder;

    JarDigests(Path folder) {
        this.folder = folder;
    }

    String of(Path jar) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
        Instant changed = attributes.lastModifiedTime().toInstant();
        String key = jar.toRealPath() + "\n" + attributes.size() + "\n" + changed + "\n" + attributes.fileKey();
        Path kept = folder.resolve(Sha256.of(key));
        if (Files.isRegularFile(kept) && Files.size(kept) == 64) {
            return Files.readString(kept);
        }
        String digest = Sha256.of(jar);
        if (changed.isBefore(Instant.now().minusSeconds(SETTLED_SECONDS))) {
            keep(digest, kept);
        }
        return digest;
    }

    /** What goes wrong costs time later, and nothing else. */
    private void keep(String digest, Path kept) {
        try {
            Draft.write(kept, draft -> Files.writeString(draft, digest));
        } catch (IOException e) {
            LOGGER.debug("the digest {} is not kept", kept, e);
        }
    }
}
