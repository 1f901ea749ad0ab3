package io.eagleray.flyte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.flyte.server.FlyteServer;
import io.eagleray.flyte.server.FlyteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class SignInTest {
    private static final String TOKEN = "t0ken-of-the-day";

    @TempDir
    private Path home;

    private final Map<String, String> variables = new HashMap<>();
    private FlyteServer server;

    @BeforeEach
    void start() throws IOException {
        server = FlyteServer.start(attempt -> {
            throw new IllegalStateException("nothing is executed");
        });
        variables.put("HOME", home.toString());
        server.protect(TOKEN);
        server.store().grant(TOKEN);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private int versions() {
        return versions(server.uri());
    }

    private int versions(String uri) {
        try (FlyteProject project = FlyteProject.open(BackendUri.parse(uri), variables, progress -> {})) {
            return project.versions("any").size();
        }
    }

    private void configure(String admin) throws IOException {
        Path file = home.resolve(".flyte/config.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "admin:\n  endpoint: dns:///" + server.authority() + "\n" + admin);
    }

    @Test
    void saysWhatToSetWhereATokenIsAskedFor() {
        assertThatThrownBy(this::versions)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not take nothing to list the versions of any (UNAUTHENTICATED")
                .hasMessageContaining("set EAGLERAY_FLYTE_TOKEN, EAGLERAY_FLYTE_TOKEN_COMMAND");
    }

    @Test
    void aToken() {
        variables.put("EAGLERAY_FLYTE_TOKEN", TOKEN);
        assertThat(versions()).isZero();
        variables.put("EAGLERAY_FLYTE_TOKEN", "an-old-one");
        assertThatThrownBy(this::versions)
                .hasMessageContaining("does not take the token of EAGLERAY_FLYTE_TOKEN")
                .hasMessageNotContaining("an-old-one");
        variables.put("EAGLERAY_FLYTE_TOKEN", "with a blank");
        assertThatThrownBy(this::versions)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot be one")
                .hasMessageNotContaining("with a blank");
    }

    @Test
    void aCommandIsAskedAgainWhenItsTokenIsOver() throws IOException {
        Path current = Files.writeString(home.resolve("current"), "an-old-one");
        variables.put("EAGLERAY_FLYTE_TOKEN_COMMAND", "cat '" + current + "'; echo " + TOKEN + " > '" + current + "'");
        assertThat(versions()).isZero();
    }

    @Test
    void aCommandThatFails() {
        variables.put("EAGLERAY_FLYTE_TOKEN_COMMAND", "exit 3");
        assertThatThrownBy(this::versions)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the command in EAGLERAY_FLYTE_TOKEN_COMMAND gives none: it fails with 3");
    }

    @Test
    void aClient() {
        variables.put("EAGLERAY_FLYTE_CLIENT_ID", FlyteStore.CLIENT);
        assertThatThrownBy(this::versions).hasMessageContaining("set EAGLERAY_FLYTE_CLIENT_SECRET");
        variables.put("EAGLERAY_FLYTE_CLIENT_SECRET", FlyteStore.SECRET);
        assertThat(versions()).isZero();
        variables.put("EAGLERAY_FLYTE_CLIENT_SECRET", "wr0ng");
        assertThatThrownBy(this::versions)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("gives the client robot of EAGLERAY_FLYTE_CLIENT_ID no token (401)")
                .hasMessageNotContaining("wr0ng");
    }

    @Test
    void theConfigurationOfFlytekitsUsers() throws IOException {
        Path secret = Files.writeString(home.resolve("secret"), FlyteStore.SECRET + "\n");
        configure("  insecure: true\n  authType: ClientSecret\n  clientId: robot\n  clientSecretLocation: " + secret);
        assertThat(versions()).isZero();
        configure("  insecure: true\n  authType: ClientSecret\n  clientId: robot\n  clientSecretEnvVar: MINE");
        assertThatThrownBy(this::versions).hasMessageContaining("names MINE, which is not set");
        variables.put("MINE", FlyteStore.SECRET);
        assertThat(versions()).isZero();
        configure("  authType: ExternalCommand\n  command: [echo, " + TOKEN + "]");
        assertThat(versions()).isZero();
        configure("  authType: Pkce");
        assertThatThrownBy(this::versions).hasMessageContaining("authType Pkce needs a browser");
        configure("  insecure: true\n  authType: ClientSecret");
        assertThatThrownBy(this::versions).hasMessageContaining("needs clientId beside it");
    }

    @Test
    void aConfigurationThatIsBroken() throws IOException {
        configure("  clientId: [hidden");
        assertThatThrownBy(this::versions)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot read " + home.resolve(".flyte/config.yaml"))
                .hasMessageNotContaining("hidden");
    }

    @Test
    void theConfigurationOfAnotherBackendIsLeftAlone() throws IOException {
        Path file = home.resolve("other.yaml");
        Files.writeString(
                file,
                "admin:\n  endpoint: other.example\n  authType: ExternalCommand\n  command: [echo, " + TOKEN + "]");
        variables.put("FLYTECTL_CONFIG", file.toString());
        assertThatThrownBy(this::versions).hasMessageContaining("does not take nothing");
    }

    @Test
    void noTokenInClearToOthers() {
        variables.put("EAGLERAY_FLYTE_TOKEN", TOKEN);
        assertThatThrownBy(
                        () -> FlyteOptions.of(BackendUri.parse("flyte://flyte.example/p/d?insecure=true"), variables))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the token of EAGLERAY_FLYTE_TOKEN would be sent to flyte.example:80 in clear")
                .hasMessageNotContaining(TOKEN);
        variables.put("EAGLERAY_ALLOW_TOKEN_OVER_HTTP", "true");
        assertThat(FlyteOptions.of(BackendUri.parse("flyte://flyte.example/p/d?insecure=true"), variables)
                        .isPlain())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flyte://host",
                "flyte://host/project",
                "flyte://host/project/domain/more",
                "flyte://host:99999/project/domain",
                "flyte://user@host/project/domain",
                "flyte://host/project/domain?secure=true",
                "flyte://host/project/domain?insecure=yes"
            })
    void refusesOtherAddresses(String uri) {
        assertThatThrownBy(() -> FlyteOptions.of(BackendUri.parse(uri), variables))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("write");
    }

    @Test
    void addresses() {
        assertThat(FlyteOptions.of(BackendUri.parse("flyte://Flyte.Example/p/d"), variables))
                .hasToString("the Flyte backend at flyte.example:443");
        assertThat(FlyteOptions.of(BackendUri.parse("flyte://localhost:30080/p/d"), variables)
                        .isPlain())
                .isTrue();
        assertThat(FlyteOptions.of(BackendUri.parse("flyte://[::1]:30080/p/d/"), variables))
                .hasToString("the Flyte backend at [::1]:30080");
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        String uri = server.uri();
        server.close();
        assertThatThrownBy(() -> versions(uri))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("cannot reach the Flyte backend at 127.0.0.1:")
                .hasMessageContaining("without TLS, as insecure=true says?");
        start();
    }
}
