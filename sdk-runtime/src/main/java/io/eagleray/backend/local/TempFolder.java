package io.eagleray.backend.local;

import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** Folders with short names: Ray puts Unix sockets deep into them, and their paths end at 107 bytes. */
final class TempFolder {
    /** What Ray appends, at most: the session with its date and process id, and the socket. */
    private static final int APPENDED =
            "/session_2026-11-22_19-32-42_002370_4194304/sockets/plasma_store_1024".length();

    private static final int LONGEST_SOCKET = 107;
    private static final String PREFIX = "er-";
    private static final int RANDOM_LENGTH = 6;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private TempFolder() {}

    /** A new folder, which only this user can read. */
    static Path create() {
        Path named = Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toAbsolutePath();
        Path parent = List.of(named, Path.of("/tmp")).stream()
                .filter(TempFolder::isShort)
                .filter(Files::isWritable)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("no folder for Ray's files: " + named
                        + " is too long for its sockets, and /tmp cannot be written to;"
                        + " set -Djava.io.tmpdir to a folder with a short path"));
        try {
            while (true) {
                Path folder = parent.resolve(PREFIX + random());
                if (!Files.exists(folder)) {
                    return Files.createDirectory(
                            folder,
                            java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                                    java.nio.file.attribute.PosixFilePermissions.fromString("rwx------")));
                }
            }
        } catch (IOException e) {
            throw new BackendException("cannot make a folder for Ray's files in " + parent + ": " + e, e);
        }
    }

    static boolean isShort(Path parent) {
        int bytes = parent.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        return bytes + 1 + PREFIX.length() + RANDOM_LENGTH + APPENDED <= LONGEST_SOCKET;
    }

    private static String random() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            name.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return name.toString();
    }
}
