package io.eagleray.kuberay;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** An API server that answers as it is told, on loopback. */
final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;

    private ScriptedServer(HttpServer server) {
        this.server = server;
    }

    record Answer(int code, String body, String retryAfter) {

        Answer(int code, String body) {
            this(code, body, "");
        }
    }

    /** One that answers what is asked of a path. */
    static ScriptedServer start(Function<String, Answer> answers) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            Answer answer = answers.apply(exchange.getRequestURI().getPath());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            if (!answer.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
            }
            exchange.sendResponseHeaders(answer.code(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return new ScriptedServer(server);
    }

    /** What a client needs that is to come to it. */
    Map<String, String> variables(Path folder) throws IOException {
        Path kubeconfig = folder.resolve("config");
        Files.writeString(kubeconfig, """
                apiVersion: v1
                kind: Config
                current-context: c
                clusters: [{name: c, cluster: {server: 'http://127.0.0.1:%d'}}]
                users: [{name: c, user: {token: very-secret}}]
                contexts: [{name: c, context: {cluster: c, user: c}}]
                """.formatted(server.getAddress().getPort()));
        return Map.of("KUBECONFIG", kubeconfig.toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
