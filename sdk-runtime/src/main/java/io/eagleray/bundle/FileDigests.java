package io.eagleray.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The digests of files, kept with what tells that a file is still the same. */
public final class FileDigests {
    private static final Logger LOGGER = LoggerFactory.getLogger(FileDigests.class);

    private final Path folder;

    private FileDigests(Path folder) {
        this.folder = folder;
    }

    /**
     * Those that a cache of bundles keeps.
     *
     * @param cache the folder that {@link Bundle#of} is given
     * @return the digests
     */
    public static FileDigests in(Path cache) {
        return new FileDigests(cache.resolve("digests"));
    }

    /**
     * The digest of a file.
     *
     * @param file the file
     * @return its SHA-256: 64 hex digits
     * @throws IOException when it cannot be read
     */
    public String of(Path file) throws IOException {
        FileState state = FileState.of(file);
        Path kept = folder.resolve(Sha256.of(state.toString()));
        if (Files.isRegularFile(kept) && Files.size(kept) == 64) {
            return Files.readString(kept);
        }
        String digest = Sha256.of(file);
        if (state.isSettled(Instant.now())) {
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
