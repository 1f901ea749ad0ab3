package io.eagleray.flyte;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import flyteidl.service.AdminServiceGrpc;
import flyteidl.service.AdminServiceGrpc.AdminServiceFutureStub;
import flyteidl.service.DataProxyServiceGrpc;
import flyteidl.service.DataProxyServiceGrpc.DataProxyServiceFutureStub;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.EaglerayException;
import io.eagleray.client.TaskCancelledException;
import io.grpc.Channel;
import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.TlsChannelCredentials;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The services of a Flyte backend, over one connection. All that is asked for can be asked for twice, so what the network
 * loses is sent again.
 */
final class FlyteApi implements AutoCloseable {
    /** Inputs and outputs of an execution may come with one answer. */
    private static final int LARGEST_ANSWER = 64 << 20;

    /** A refusal travels as a header, and one of a version that is taken shows both contents. */
    private static final int LARGEST_REFUSAL = 1 << 20;

    private static final int PATIENCE_SECONDS = 30;
    private static final int ATTEMPTS = 8;

    /** gRPC's own way to try again; it spreads the waits at random. */
    private static final Map<String, ?> AGAIN = Map.of(
            "methodConfig",
            List.of(Map.of(
                    "name",
                    List.of(Map.of()),
                    "retryPolicy",
                    Map.of(
                            "maxAttempts",
                            (double) ATTEMPTS,
                            "initialBackoff",
                            "0.2s",
                            "maxBackoff",
                            "5s",
                            "backoffMultiplier",
                            2.0,
                            "retryableStatusCodes",
                            List.of("UNAVAILABLE")))));

    private final FlyteOptions options;
    private final ChannelCredentials credentials;
    private @Nullable Connection connection;
    private boolean closed;

    private FlyteApi(FlyteOptions options, ChannelCredentials credentials) {
        this.options = options;
        this.credentials = credentials;
    }

    /** What it takes to ask. */
    private record Connection(ManagedChannel channel, Session session, Channel signedIn) {
        static Connection of(FlyteOptions options, ChannelCredentials credentials) {
            ManagedChannel channel = Grpc.newChannelBuilder("dns:///" + options.authority(), credentials)
                    .maxInboundMessageSize(LARGEST_ANSWER)
                    .maxInboundMetadataSize(LARGEST_REFUSAL)
                    .defaultServiceConfig(AGAIN)
                    .maxRetryAttempts(ATTEMPTS)
                    .enableRetry()
                    .build();
            Session session = new Session(options, channel);
            return new Connection(channel, session, ClientInterceptors.intercept(channel, session));
        }
    }

    /**
     * Opens the connection, which is made when it is first used.
     *
     * @throws ConfigurationException when the certificates cannot be read
     */
    static FlyteApi open(FlyteOptions options) {
        return new FlyteApi(options, credentials(options));
    }

    /** What only writes files needs none, nor all the classes that it takes. */
    private synchronized Connection connection() {
        if (connection == null) {
            connection = Connection.of(options, credentials);
            if (closed) {
                connection.channel().shutdownNow();
            }
        }
        return connection;
    }

    private static ChannelCredentials credentials(FlyteOptions options) {
        if (options.isPlain()) {
            return InsecureChannelCredentials.create();
        }
        try {
            TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder();
            Optional.ofNullable(options.trust().trusted()).ifPresent(tls::trustManager);
            Optional.ofNullable(options.trust().identity()).ifPresent(tls::keyManager);
            return tls.build();
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    FlyteOptions options() {
        return options;
    }

    /** Asks the service that knows tasks and executions. */
    <A> CompletableFuture<A> admin(Function<AdminServiceFutureStub, ListenableFuture<A>> question) {
        return asked(
                () -> question.apply(AdminServiceGrpc.newFutureStub(connection().signedIn())
                        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)));
    }

    /** Asks the service that knows where files go. */
    <A> CompletableFuture<A> data(Function<DataProxyServiceFutureStub, ListenableFuture<A>> question) {
        return asked(() ->
                question.apply(DataProxyServiceGrpc.newFutureStub(connection().signedIn())
                        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)));
    }

    /** A question, which may be asked again. */
    private interface Question<A> {
        ListenableFuture<A> ask();
    }

    /** Once more where a token was over. */
    private <A> CompletableFuture<A> asked(Question<A> question) {
        return future(question)
                .exceptionallyCompose(failure -> code(failure) == Status.Code.UNAUTHENTICATED
                                && connection().session().renew()
                        ? future(question)
                        : CompletableFuture.failedFuture(failure));
    }

    private static <A> CompletableFuture<A> future(Question<A> question) {
        CompletableFuture<A> future = new CompletableFuture<>();
        try {
            ListenableFuture<A> asked = question.ask();
            asked.addListener(() -> complete(future, asked), Runnable::run);
        } catch (EaglerayException e) {
            future.completeExceptionally(e); // there is no token
        }
        return future;
    }

    private static <A> void complete(CompletableFuture<A> future, ListenableFuture<A> done) {
        try {
            future.complete(Futures.getDone(done));
        } catch (ExecutionException e) {
            future.completeExceptionally(Objects.requireNonNull(e.getCause()));
        }
    }

    /**
     * Waits for an answer.
     *
     * @param what was asked, for messages
     * @throws EaglerayException when the backend refuses it, or cannot be reached
     * @throws TaskCancelledException when the thread is interrupted
     */
    <A> A answer(String what, CompletableFuture<A> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while " + options + " was asked to " + what, e);
        } catch (ExecutionException e) {
            throw failure(what, Objects.requireNonNull(e.getCause()));
        }
    }

    /**
     * Waits for what may not be there.
     *
     * @param what was asked, for messages
     * @return the answer; empty when the backend says that there is no such thing
     */
    <A> Optional<A> find(String what, CompletableFuture<A> asked) {
        return answer(what, unless(Status.Code.NOT_FOUND, asked));
    }

    /** What is asked; empty where it fails with a status that is an answer, too. */
    static <A> CompletableFuture<Optional<A>> unless(Status.Code status, CompletableFuture<A> asked) {
        return asked.thenApply(Optional::of)
                .exceptionallyCompose(failure -> code(failure) == status
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : CompletableFuture.failedFuture(failure));
    }

    /** What a question failed with, as people are told. */
    EaglerayException failure(String what, Throwable failure) {
        Throwable own =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (own instanceof EaglerayException known) {
            return known;
        }
        return FlyteTrouble.of(options, what, Status.fromThrowable(failure), failure);
    }

    /** The status of what a question failed with. */
    static Status.Code code(Throwable failure) {
        return Status.fromThrowable(failure).getCode();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (connection != null) {
            connection.channel().shutdownNow();
        }
    }
}
