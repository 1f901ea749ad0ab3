package io.eagleray.backend.ray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.eagleray.backend.BackendUri;
import io.eagleray.backend.Trust;
import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS with a server that wants to know who asks. */
@Timeout(120)
final class TrustTest {
    private static final String PASSWORD = "hunter22";
    private static final byte[] VERSION =
            "{\"version\":\"4\",\"ray_version\":\"2.60.0\"}".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        make("server");
        make("client");
        SSLContext context = new Trust(
                        Optional.of(folder.resolve("client.pem")),
                        Optional.of(folder.resolve("server.p12")),
                        Optional.empty(),
                        PASSWORD)
                .context();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, VERSION.length);
                exchange.getResponseBody().write(VERSION);
            }
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void takesWhatIsTrusted() throws InterruptedException {
        assertThat(version(Map.of(
                        "EAGLERAY_CA_FILE", file("server.pem"),
                        "EAGLERAY_CLIENT_CERTIFICATE", file("client.p12"),
                        "EAGLERAY_CLIENT_PASSWORD", PASSWORD)))
                .isEqualTo(4);
        assertThat(version(Map.of(
                        "EAGLERAY_CA_FILE", file("server.pem"),
                        "EAGLERAY_CLIENT_CERTIFICATE", file("client.pem"),
                        "EAGLERAY_CLIENT_KEY", file("client.key"))))
                .isEqualTo(4);
    }

    @Test
    void saysWhatIsNotTrusted() {
        assertThatThrownBy(() -> version(Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("shows a certificate that is not trusted")
                .hasMessageContaining("set EAGLERAY_CA_FILE");
    }

    @Test
    void saysWhatCannotBeRead() {
        assertThatThrownBy(() -> version(Map.of("EAGLERAY_CA_FILE", file("none.pem"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("EAGLERAY_CA_FILE=" + file("none.pem") + " cannot be read");
        assertThatThrownBy(() -> version(Map.of(
                        "EAGLERAY_CLIENT_CERTIFICATE", file("client.p12"), "EAGLERAY_CLIENT_PASSWORD", "wrong-one")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is EAGLERAY_CLIENT_PASSWORD its password?")
                .hasMessageNotContaining("wrong-one");
        assertThatThrownBy(() -> version(Map.of("EAGLERAY_CLIENT_CERTIFICATE", file("client.pem"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("holds no \"BEGIN PRIVATE KEY\" block");
    }

    private int version(Map<String, String> variables) throws InterruptedException {
        Map<String, String> all = new HashMap<>(variables);
        all.put("HOME", folder.toString());
        BackendUri uri =
                BackendUri.parse("https://localhost:" + server.getAddress().getPort());
        try (RayJobs jobs = RayJobs.at(uri, all)) {
            return jobs.version().jobsApi();
        }
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void make(String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-validity",
                        "2"))
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        pem(name + ".pem", "CERTIFICATE", keys.getCertificate(name).getEncoded());
        pem(
                name + ".key",
                "PRIVATE KEY",
                keys.getKey(name, PASSWORD.toCharArray()).getEncoded());
    }

    private void pem(String name, String type, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                folder.resolve(name), "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n");
    }
}
