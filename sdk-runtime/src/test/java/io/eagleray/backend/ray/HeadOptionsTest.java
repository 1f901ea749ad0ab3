package io.eagleray.backend.ray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eagleray.backend.BackendUri;
import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeadOptionsTest {
    @TempDir
    private Path home;

    @Test
    void findsTheTokenAsRayDoes() throws IOException {
        assertThat(token(Map.of())).isEmpty();
        Files.createDirectory(home.resolve(".ray"));
        Files.writeString(home.resolve(".ray/auth_token"), "usual\n");
        assertThat(token(Map.of())).hasValue("usual");
        Path named = Files.writeString(home.resolve("named"), " named \n");
        Map<String, String> path = Map.of("RAY_AUTH_TOKEN_PATH", named.toString());
        assertThat(token(path)).hasValue("named");
        assertThat(token(Map.of("RAY_AUTH_TOKEN_PATH", named.toString(), "RAY_AUTH_TOKEN", "direct")))
                .hasValue("direct");
    }

    @Test
    void anAuthorizationThatIsSetWins() {
        HeadOptions options = options(
                "https://ray.example",
                Map.of("RAY_AUTH_TOKEN", "abcdef", "EAGLERAY_HEADERS", "authorization: Basic eDp5"));
        assertThat(options.token()).isEmpty();
        assertThat(options.headers()).containsEntry("authorization", "Basic eDp5");
        assertThat(options.toString()).isEqualTo("https://ray.example");
    }

    @Test
    void refusesTokensThatCannotBeOne() {
        assertThatThrownBy(() -> token(Map.of("RAY_AUTH_TOKEN", "two words\r\nX: y")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the token from RAY_AUTH_TOKEN cannot be one")
                .hasMessageNotContaining("words");
        assertThatThrownBy(() ->
                        token(Map.of("RAY_AUTH_TOKEN_PATH", home.resolve("none").toString())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot read the token from RAY_AUTH_TOKEN_PATH");
    }

    @Test
    void sendsNoSecretInClear() {
        Map<String, String> secret = Map.of("RAY_AUTH_TOKEN", "abcdef");
        for (String open : new String[] {"http://ray.example:8265", "http://10.0.0.1", "http://127.0.0.1.example"}) {
            assertThatThrownBy(() -> options(open, secret))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("in clear: use https")
                    .hasMessageNotContaining("abcdef");
            assertThat(options(open, Map.of()).token()).isEmpty();
        }
        assertThatThrownBy(() -> options("http://ray.example:8265", Map.of("EAGLERAY_HEADERS", "X-Key: abcdef")))
                .hasMessageContaining("the header X-Key would be sent")
                .hasMessageNotContaining("abcdef");
        for (String closed :
                new String[] {"https://ray.example", "http://localhost:1", "http://[::1]:1", "http://127.1.2.3"}) {
            assertThat(options(closed, secret).token()).isPresent();
        }
        Map<String, String> allowed = Map.of("RAY_AUTH_TOKEN", "abcdef", "EAGLERAY_ALLOW_TOKEN_OVER_HTTP", "true");
        assertThat(options("http://ray.example:8265", allowed).token()).isPresent();
        assertThatThrownBy(() -> options("http://ray.example", Map.of("EAGLERAY_ALLOW_TOKEN_OVER_HTTP", "yes")))
                .hasMessageContaining("EAGLERAY_ALLOW_TOKEN_OVER_HTTP=yes: write true or false");
    }

    @Test
    void refusesAddressesThatAreNone() {
        for (String uri : new String[] {"http://:8265", "http://a b", "https://host:99999", "http://host:x"}) {
            assertThatThrownBy(() -> options(uri, Map.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("write http(s)://host:8265");
        }
        assertThatThrownBy(() -> options("https://me:hunter2@host", Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> options("https://host?token=hunter2", Map.of()))
                .hasMessageContaining("leave out [token]")
                .hasMessageNotContaining("hunter2");
        assertThat(options("https://host/ray/", Map.of()).address().webSocket("/x"))
                .hasToString("wss://host/ray/x");
    }

    @Test
    void refusesHeadersThatAreNone() {
        for (String text : new String[] {"X-A", ": b", "X A: b", "X-A: b\u00e9", "X-A:"}) {
            assertThatThrownBy(() -> HeaderLines.read(text)).hasMessageContaining("not of the form Name: value");
        }
        assertThatThrownBy(() -> HeaderLines.read("Host: a")).hasMessageContaining("Host cannot be set");
        assertThat(HeaderLines.read("X-A: b: c\n\nX-D:e;"))
                .containsEntry("X-A", "b: c")
                .containsEntry("X-D", "e");
    }

    @Test
    void asksNoProxyForThisMachine() {
        Proxy proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy", 3128));
        LoopbackDirect selector =
                new LoopbackDirect(Optional.of(ProxySelector.of((InetSocketAddress) proxy.address())));
        assertThat(selector.select(URI.create("http://localhost:8265/"))).containsExactly(Proxy.NO_PROXY);
        assertThat(selector.select(URI.create("https://127.0.0.1/"))).containsExactly(Proxy.NO_PROXY);
        assertThat(selector.select(URI.create("https://ray.example/"))).containsExactly(proxy);
    }

    private Optional<String> token(Map<String, String> variables) {
        return options("https://ray.example", variables).token().map(HeadToken::value);
    }

    private HeadOptions options(String uri, Map<String, String> variables) {
        Map<String, String> all = new java.util.HashMap<>(variables);
        all.put("HOME", home.toString());
        return HeadOptions.of(BackendUri.parse(uri), all);
    }
}
