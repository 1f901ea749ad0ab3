package io.eagleray.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, as lower-case hex. */
public final class Sha256 {
    private final MessageDigest digest = algorithm();

    Sha256() {}

    /**
     * The digest of a file.
     *
     * @param file the file
     * @return 64 hex digits
     * @throws IOException when it cannot be read
     */
    public static String of(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return of(content);
        }
    }

    static String of(InputStream content) throws IOException {
        return copy(content, OutputStream.nullOutputStream());
    }

    /** The digest of what it copies. */
    static String copy(InputStream content, OutputStream out) throws IOException {
        Sha256 sha = new Sha256();
        new DigestInputStream(content, sha.digest).transferTo(out);
        return sha.hex();
    }

    /**
     * The digest of a text.
     *
     * @param text the text
     * @return the digest of its UTF-8 bytes: 64 hex digits
     */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The digest of bytes.
     *
     * @param bytes the bytes
     * @return 64 hex digits
     */
    public static String of(byte[] bytes) {
        Sha256 sha = new Sha256();
        sha.digest.update(bytes);
        return sha.hex();
    }

    /** Adds a name and what it stands for. Neither can run into the next. */
    void add(String name, String content) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(content.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
