package io.eagleray.flyte.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import flyteidl.service.DataProxyServiceGrpc.DataProxyServiceImplBase;
import flyteidl.service.Dataproxy.CreateUploadLocationRequest;
import flyteidl.service.Dataproxy.CreateUploadLocationResponse;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The storage behind a backend: signed addresses on loopback, files in a folder that pods of this machine see, too. */
public final class FlyteStore extends DataProxyServiceImplBase implements AutoCloseable {
    /** The client that the authorization server knows, and its secret. */
    public static final String CLIENT = "robot";

    public static final String SECRET = "s3cr3t-of-robot";

    private static final String SIGNATURE = "?X-Amz-Signature=5ecret";

    private final Path folder;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> promised = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger stored = new AtomicInteger();
    private volatile String granted = "";

    private FlyteStore(Path folder, HttpServer http) {
        this.folder = folder;
        this.http = http;
    }

    static FlyteStore start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        FlyteStore store = new FlyteStore(Files.createTempDirectory("eagleray-flyte-store"), http);
        http.setExecutor(store.threads);
        http.createContext("/bucket/", store::put);
        http.createContext("/token", store::grant);
        http.start();
        return store;
    }

    /** How many files have been stored, the same one twice counted twice. */
    public int stored() {
        return stored.get();
    }

    /** Lets that many uploads fail. */
    public void fail(int count) {
        failures.set(count);
    }

    /** What the authorization server gives its client. */
    public void grant(String token) {
        granted = token;
    }

    /** The folder that {@code file://} addresses begin with. */
    public Path folder() {
        return folder;
    }

    String tokenEndpoint() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/token";
    }

    @Override
    public void createUploadLocation(
            CreateUploadLocationRequest request, StreamObserver<CreateUploadLocationResponse> answer) {
        String key = String.join(
                "/",
                request.getProject(),
                request.getDomain(),
                HexFormat.of().formatHex(request.getContentMd5().toByteArray()),
                request.getFilename());
        promised.put(key, request.getContentMd5().toByteArray());
        answer.onNext(CreateUploadLocationResponse.newBuilder()
                .setSignedUrl("http://127.0.0.1:" + http.getAddress().getPort() + "/bucket/" + key + SIGNATURE)
                .setNativeUrl("file://" + folder.resolve(key))
                .build());
        answer.onCompleted();
    }

    private void put(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key = exchange.getRequestURI().getPath().substring("/bucket/".length());
            byte[] content = exchange.getRequestBody().readAllBytes();
            String md5 = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-MD5"), "");
            byte[] wanted = promised.get(key);
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(503, -1);
            } else if (wanted == null
                    || !md5.equals(Base64.getEncoder().encodeToString(wanted))
                    || !MessageDigest.isEqual(wanted, digest(content))) {
                exchange.sendResponseHeaders(403, -1);
            } else {
                Path file = folder.resolve(key);
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Path draft = Files.createTempFile(folder, "draft", "");
                Files.write(draft, content);
                Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                stored.incrementAndGet();
                exchange.sendResponseHeaders(200, -1);
            }
        }
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("MD5").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void grant(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String basic = "Basic "
                    + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
            boolean isRight = basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    && form.equals("grant_type=client_credentials&scope=all");
            byte[] body = (isRight
                            ? "{\"access_token\":\"" + granted + "\",\"expires_in\":3600}"
                            : "{\"error\":\"invalid_client\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isRight ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
