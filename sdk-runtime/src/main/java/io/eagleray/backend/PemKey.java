package io.eagleray.backend;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a private key: PKCS#8 in PEM. */
final class PemKey {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private PemKey() {}

    static PrivateKey read(Path file, String algorithm) {
        String what = "the key of the client's certificate, " + file + ", ";
        try {
            Matcher block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (!block.find()) {
                throw new ConfigurationException(what + "holds no \"BEGIN PRIVATE KEY\" block: convert it with openssl"
                        + " pkcs8 -topk8 -nocrypt, or use a PKCS#12 file");
            }
            byte[] der = Base64.getMimeDecoder().decode(block.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            // what these say may hold parts of the key
            throw new ConfigurationException(what + "cannot be read ("
                    + e.getClass().getSimpleName() + "): name a PEM file with the key that belongs to the certificate");
        }
    }
}
