package io.eagleray.backend.ray;

import io.eagleray.backend.Trust;
import io.eagleray.client.BackendException;
import io.eagleray.client.EaglerayException;
import io.eagleray.parallel.Backoff;
import io.eagleray.parallel.DaemonThreads;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks a head, again where that may help, until it answers or patience is at its end. */
final class HeadClient implements AutoCloseable {
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final String STARTING = "please try again later"; // Ray's own words while it starts
    private static final int MOST_SERVER_ERRORS = 3;
    private static final int MOST_LONG = 2;
    private static final int MOST_REDIRECTS = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int REDIRECT = 300;

    private final HeadOptions options;
    private final ExecutorService threads;
    private final HttpClient http;

    HeadClient(HeadOptions options) {
        this.options = options;
        this.threads = Executors.newCachedThreadPool(DaemonThreads.named("eagleray " + options.address()));
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.timeout())
                .proxy(LoopbackDirect.overDefault())
                .executor(threads)
                .sslContext(options.address().isSecure() ? options.trust().context() : Trust.nobody())
                .build();
    }

    HeadOptions options() {
        return options;
    }

    /** What {@link #answer} gives when it is ok. */
    Answer ok(Ask ask) throws InterruptedException {
        Answer answer = answer(ask);
        if (!answer.isOk()) {
            throw Refusal.of(answer, options);
        }
        return answer;
    }

    /**
     * Asks, also again.
     *
     * @return the answer, whatever its status
     * @throws EaglerayException when none comes
     */
    Answer answer(Ask ask) throws InterruptedException {
        Deadline deadline = Deadline.in(options.patience());
        for (int failures = 1; ; failures++) {
            Duration pause = Backoff.after(failures);
            try {
                Answer answer = follow(ask);
                if (!isWorthAgain(answer, failures)) {
                    return answer;
                }
                pause = RetryAfter.of(answer).orElse(pause);
                if (isOver(ask, failures, deadline, pause)) {
                    return answer;
                }
            } catch (TimeoutException | IOException e) {
                if (failures == 1 && isLarge(ask)) {
                    deadline = Deadline.in(options.patience());
                }
                if (!Trouble.passes(e) || isOver(ask, failures, deadline, pause)) {
                    throw Trouble.of(e, ask, options.address(), timeout(ask));
                }
            }
            Thread.sleep(pause.toMillis());
        }
    }

    /** One attempt may take longer than all patience, which begins when it breaks, and deserves another one. */
    private static boolean isLarge(Ask ask) {
        return ask.timeout().isPresent();
    }

    private static boolean isOver(Ask ask, int failures, Deadline deadline, Duration pause) {
        boolean isOwed = isLarge(ask) && failures <= MOST_LONG && pause.compareTo(LONGEST_PAUSE) < 0;
        return !isOwed && deadline.isBefore(pause);
    }

    private static boolean isWorthAgain(Answer answer, int failures) {
        if (answer.status() == Answer.SERVER_ERROR) {
            boolean isPassing = answer.ask().method().equals("GET") && failures < MOST_SERVER_ERRORS;
            return isPassing || answer.text().contains(STARTING);
        }
        return PASSING.contains(answer.status());
    }

    /** Goes where it is sent to, as long as that is the same server and changes nothing. */
    private Answer follow(Ask ask) throws InterruptedException, TimeoutException, IOException {
        URI target = options.address().resolve(ask.path());
        for (int i = 0; ; i++) {
            Answer answer = Answer.of(ask, options.address(), send(ask, target));
            boolean isSent = answer.status() > REDIRECT && answer.status() < REDIRECT + 100;
            if (!isSent || i == MOST_REDIRECTS || !ask.method().equals("GET")) {
                return answer;
            }
            try {
                target = target.resolve(answer.location().orElse(""));
            } catch (IllegalArgumentException e) {
                return answer;
            }
            if (target.getHost() == null || !options.address().isOrigin(target)) {
                return answer;
            }
        }
    }

    private HttpResponse<byte[]> send(Ask ask, URI target) throws InterruptedException, TimeoutException, IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target).method(ask.method(), ask.body());
        options.headers().forEach(request::setHeader);
        options.token().ifPresent(token -> request.setHeader("Authorization", "Bearer " + token.value()));
        request.setHeader("User-Agent", "eagleray");
        if (!ask.type().isEmpty()) {
            request.setHeader("Content-Type", ask.type());
        }
        return await(() -> http.sendAsync(request.build(), ask.handler()), timeout(ask));
    }

    private Duration timeout(Ask ask) {
        return ask.timeout().orElse(options.timeout());
    }

    /** Opens a web socket; what comes is given to the listener. */
    WebSocket open(String path, WebSocket.Listener listener)
            throws InterruptedException, TimeoutException, IOException {
        WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(options.timeout());
        options.headers().forEach(builder::header);
        options.token().ifPresent(token -> builder.header("Authorization", "Bearer " + token.value()));
        return await(() -> builder.buildAsync(options.address().webSocket(path), listener), options.timeout());
    }

    private <T> T await(Supplier<CompletableFuture<T>> call, Duration timeout)
            throws InterruptedException, TimeoutException, IOException {
        CompletableFuture<T> future;
        try {
            future = call.get();
        } catch (RejectedExecutionException e) {
            throw new BackendException("the connection to " + options.address() + " is closed", e);
        }
        try {
            return future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new BackendException("this request cannot be sent: " + e.getCause(), e.getCause());
        } finally {
            future.cancel(true);
        }
    }

    /** Ends its connections and threads. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
