package io.eagleray.backend;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Certificates for TLS.
 *
 * @param authorities a PEM file with those that are trusted in place of the JDK's
 * @param certificate what this side shows: a PEM file, or a PKCS#12 file with its key
 * @param key the PEM file with the key of a PEM certificate; default: the certificate's file
 * @param password of a PKCS#12 file; is never shown
 */
public record Trust(Optional<Path> authorities, Optional<Path> certificate, Optional<Path> key, String password) {
    private static final int PEM_START = '-';

    /**
     * What the environment says.
     *
     * @param variables the environment variables, {@code EAGLERAY_CA_FILE} and {@code EAGLERAY_CLIENT_*} among them
     * @return the certificates; nothing is read yet
     */
    public static Trust of(Map<String, String> variables) {
        return new Trust(
                path(variables, "EAGLERAY_CA_FILE"),
                path(variables, "EAGLERAY_CLIENT_CERTIFICATE"),
                path(variables, "EAGLERAY_CLIENT_KEY"),
                variables.getOrDefault("EAGLERAY_CLIENT_PASSWORD", ""));
    }

    private static Optional<Path> path(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    /**
     * The same, where nothing else says whom to trust.
     *
     * @param file a PEM file with authorities
     * @return it with these, unless it has others
     */
    public Trust orAuthorities(Optional<Path> file) {
        return new Trust(authorities.or(() -> file), certificate, key, password);
    }

    /**
     * For the JDK's connections.
     *
     * @return the context
     * @throws ConfigurationException when a file cannot be read
     */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity(), trusted(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    /**
     * For who uses no TLS: an HTTP client without a context of its own reads all authorities of the JDK first.
     *
     * @return a context that trusts nobody
     */
    public static SSLContext nobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    /**
     * Whom this side trusts.
     *
     * @return the managers; null for the JDK's own
     * @throws GeneralSecurityException when the JDK cannot have them
     * @throws ConfigurationException when the file cannot be read
     */
    public TrustManager @Nullable [] trusted() throws GeneralSecurityException {
        if (authorities.isEmpty()) {
            return null;
        }
        KeyStore store = empty();
        int count = 0;
        for (Certificate authority : certificates("EAGLERAY_CA_FILE", authorities.get())) {
            store.setCertificateEntry("ca" + count++, authority);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /**
     * What this side shows.
     *
     * @return the managers; null for nothing
     * @throws GeneralSecurityException when the JDK cannot have them
     * @throws ConfigurationException when a file cannot be read
     */
    public KeyManager @Nullable [] identity() throws GeneralSecurityException {
        if (certificate.isEmpty()) {
            return null;
        }
        KeyStore store = isPem(certificate.get()) ? pem(certificate.get()) : pkcs12(certificate.get());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password.toCharArray());
        return factory.getKeyManagers();
    }

    private KeyStore pem(Path file) throws GeneralSecurityException {
        Certificate[] chain = certificates("EAGLERAY_CLIENT_CERTIFICATE", file).toArray(new Certificate[0]);
        PrivateKey secret =
                PemKey.read(key.orElse(file), chain[0].getPublicKey().getAlgorithm());
        KeyStore store = empty();
        store.setKeyEntry("client", secret, password.toCharArray(), chain);
        return store;
    }

    private KeyStore pkcs12(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException(
                    "EAGLERAY_CLIENT_CERTIFICATE=" + file + " cannot be read as PKCS#12: is the file whole, and is"
                            + " EAGLERAY_CLIENT_PASSWORD its password?",
                    e);
        }
    }

    private static boolean isPem(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            return first == PEM_START || Character.isLetter(first); // text may stand before the first block
        } catch (IOException e) {
            throw unreadable("EAGLERAY_CLIENT_CERTIFICATE", file, e);
        }
    }

    private static Collection<? extends Certificate> certificates(String setting, Path file)
            throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (all.isEmpty()) {
                throw new ConfigurationException(setting + "=" + file + " holds no certificate: name a PEM file");
            }
            return all;
        } catch (IOException | java.security.cert.CertificateException e) {
            throw unreadable(setting, file, e);
        }
    }

    private static ConfigurationException unreadable(String setting, Path file, Exception e) {
        return new ConfigurationException(
                setting + "=" + file + " cannot be read (" + e.getClass().getSimpleName()
                        + "): name a PEM file with certificates",
                e);
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "authorities " + authorities + ", certificate " + certificate;
    }
}
