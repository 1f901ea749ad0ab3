package io.eagleray.kuberay;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The name of the RayJob of an execution: its id, as far as that can be one. The same id gives the same name. */
final class JobName {
    /** KubeRay appends to it for the cluster and its service. */
    static final int LONGEST = 47;

    private static final int HASH = 10;
    private static final String DNS_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";

    private JobName() {}

    static String of(String id) {
        if (id.length() <= LONGEST && id.matches(DNS_1035)) {
            return id;
        }
        String plain = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+", "");
        String start =
                plain.substring(0, Math.min(plain.length(), LONGEST - HASH - 1)).replaceAll("-+$", "");
        return (start.isEmpty() ? "job" : start) + "-" + hash(id);
    }

    /** The beginning of a text's SHA-256, in hex. */
    static String hash(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
    }

    static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
