package io.eagleray.flyte;

import io.eagleray.backend.Shown;
import io.eagleray.backend.Trust;
import io.eagleray.client.BackendException;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.ValueException;
import io.eagleray.wire.JsonObject;
import io.eagleray.wire.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Where tokens come from. */
final class Tokens {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int COMMAND_SECONDS = 60;
    private static final int OK = 200;
    private static final int LONGEST_URI = 200;

    private Tokens() {}

    /**
     * Where an authorization server gives tokens.
     *
     * @param uri its token endpoint
     * @param scopes what the backend wants them for
     */
    record Endpoint(String uri, List<String> scopes) {}

    /**
     * A new token.
     *
     * @param endpoint says where an authorization server gives it
     * @throws ConfigurationException when none is given
     */
    static String of(FlyteOptions options, Supplier<Endpoint> endpoint) {
        SignIn signIn = options.signIn();
        if (signIn instanceof SignIn.Token token) {
            return token.value();
        }
        if (signIn instanceof SignIn.Command command) {
            return printed(command);
        }
        if (signIn instanceof SignIn.Client client) {
            return granted(client, endpoint.get(), options);
        }
        throw new IllegalStateException(signIn + " has no token");
    }

    private static String printed(SignIn.Command command) {
        try {
            Process process = new ProcessBuilder(command.words())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (InputStream out = process.getInputStream()) {
                process.getOutputStream().close();
                String text = new String(out.readNBytes(Session.LONGEST_TOKEN), StandardCharsets.UTF_8).strip();
                if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new ConfigurationException(command + " gives none: it "
                            + (process.isAlive() ? "does not end" : "fails with " + process.exitValue())
                            + "; run it yourself and see");
                }
                return text;
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new ConfigurationException(command + " gives none: it cannot be run (" + e.getMessage() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while " + command + " was awaited", e);
        }
    }

    private static String granted(SignIn.Client client, Endpoint endpoint, FlyteOptions options) {
        URI uri = uri(endpoint, options);
        List<String> scopes = client.scopes().isEmpty() ? endpoint.scopes() : client.scopes();
        String form = "grant_type=client_credentials"
                + (scopes.isEmpty() ? "" : "&scope=" + encoded(String.join(" ", scopes)));
        String pair = encoded(client.id()) + ":" + encoded(client.secret());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes(pair)))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(uri.getScheme().equals("https") ? options.trust().context() : Trust.nobody())
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                String text = new String(body.readNBytes(Session.LONGEST_TOKEN), StandardCharsets.UTF_8);
                if (answer.statusCode() != OK) {
                    throw new ConfigurationException("the authorization server at " + uri.getAuthority() + " gives "
                            + client + " no token (" + answer.statusCode()
                            + "): are id and secret those of a client of "
                            + options + "?");
                }
                return JsonObject.read(text, Limits.DEFAULT)
                        .text("access_token")
                        .orElse("");
            }
        } catch (IOException e) {
            throw new BackendException(
                    "cannot reach the authorization server at " + uri.getAuthority() + " ("
                            + e.getClass().getSimpleName() + "), where " + options + " says that tokens come from",
                    e);
        } catch (ValueException e) {
            throw new BackendException("the authorization server at " + uri.getAuthority() + " answers no JSON", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while a token was awaited", e);
        }
    }

    /** The secret goes where the backend says, so it goes there by TLS, unless the backend itself is reached without. */
    private static URI uri(Endpoint endpoint, FlyteOptions options) {
        String text = endpoint.uri();
        if (!text.matches(options.isPlain() ? "https?://[^\\s@]+" : "https://[^\\s@]+")) {
            throw new ConfigurationException(options + " says that tokens come from \"" + Shown.of(text, LONGEST_URI)
                    + "\", which is no https address: its configuration is to be corrected");
        }
        return URI.create(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
