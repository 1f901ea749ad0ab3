package io.eagleray.backend.ray;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eagleray.backend.BackendUri;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A head that does what a real one cannot be made to do. What it is not told to answer is a 404. */
final class FakeHead implements AutoCloseable {
    static final String TOKEN = "fedcba9876543210fedcba9876543210";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Queue<Reply>> replies = new HashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Headers> headers = new CopyOnWriteArrayList<>();

    /** How one request is answered. */
    @FunctionalInterface
    interface Reply {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    FakeHead() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(request);
        headers.add(exchange.getRequestHeaders());
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            next(request).to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last reply is given again and again. */
    private synchronized Reply next(String request) {
        Queue<Reply> queue = replies.getOrDefault(request, new ArrayDeque<>());
        Reply reply = queue.size() > 1 ? queue.poll() : queue.peek();
        return reply == null ? status(404, "text/plain", "404: Not Found") : reply;
    }

    synchronized FakeHead on(String request, Reply... answers) {
        replies.put(request, new ArrayDeque<>(List.of(answers)));
        return this;
    }

    static Reply json(String body) {
        return status(200, "application/json", body);
    }

    static Reply status(int status, String type, String body, String... header) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        };
    }

    /** The connection ends without an answer. */
    static Reply hangUp() {
        return exchange -> {};
    }

    static Reply silence() {
        return exchange -> Thread.sleep(60_000);
    }

    static String job(String id, String status, String digest) {
        return "{\"type\":\"SUBMISSION\",\"job_id\":null,\"submission_id\":\"" + id + "\",\"status\":\"" + status
                + "\",\"entrypoint\":\"true\",\"message\":null,\"error_type\":null,\"start_time\":1,\"end_time\":null,"
                + "\"metadata\":{\"eagleray_digest\":\"" + digest + "\"},\"runtime_env\":{\"a\":[1,{\"b\":null}]}}";
    }

    List<String> requests() {
        return requests;
    }

    List<Headers> headers() {
        return headers;
    }

    int port() {
        return server.getAddress().getPort();
    }

    BackendUri uri() {
        return BackendUri.parse("http://127.0.0.1:" + port());
    }

    HeadOptions options() {
        return HeadOptions.of(uri(), Map.of("RAY_AUTH_TOKEN", TOKEN))
                .within(Duration.ofSeconds(2), Duration.ofSeconds(1));
    }

    RayJobs jobs() {
        return new RayJobs(options());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
