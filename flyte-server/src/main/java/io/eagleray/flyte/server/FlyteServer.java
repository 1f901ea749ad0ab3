package io.eagleray.flyte.server;

import flyteidl.core.Literals.LiteralMap;
import flyteidl.core.Tasks.TaskTemplate;
import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A Flyte backend on a free port of this machine, as far as clients see it: it speaks the real services, refuses what the
 * real one refuses in the same words, and keeps uploads in a folder. What executions come to is up to who starts it.
 */
public final class FlyteServer implements AutoCloseable {
    public static final String PROJECT = "flytesnacks";
    public static final String DOMAIN = "development";

    private static final Metadata.Key<String> TOKEN =
            Metadata.Key.of("flyte-authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final FlyteStore store;
    private final FlyteTasks tasks = new FlyteTasks();
    private final Server server;
    private final AtomicInteger calls = new AtomicInteger();
    private final ConcurrentLinkedQueue<Status> troubles = new ConcurrentLinkedQueue<>();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private volatile long delayMillis;

    /** What an execution comes to. */
    @FunctionalInterface
    public interface Propeller {
        /**
         * Runs an attempt at a task.
         *
         * @throws Exception when the attempt fails
         */
        LiteralMap run(Attempt attempt) throws Exception;
    }

    /**
     * An attempt at a task.
     *
     * @param execution the name of the execution
     * @param template the task
     * @param inputs the arguments
     * @param env what the execution adds to the environment
     * @param number from 0
     */
    public record Attempt(
            String execution, TaskTemplate template, LiteralMap inputs, Map<String, String> env, int number) {}

    private FlyteServer(FlyteStore store, BindableService uploads, Propeller propeller) throws IOException {
        this.store = store;
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new FlyteAdmin(tasks, new FlyteExecutions(tasks, propeller)))
                .addService(uploads)
                .addService(new FlyteAuth(this))
                .intercept(new Gate())
                .maxInboundMessageSize(64 << 20)
                .build()
                .start();
    }

    /** Starts one. */
    public static FlyteServer start(Propeller propeller) throws IOException {
        FlyteStore store = FlyteStore.start();
        return new FlyteServer(store, store, propeller);
    }

    /** Starts one that keeps uploads in an S3. */
    public static FlyteServer start(Propeller propeller, S3Storage uploads) throws IOException {
        return new FlyteServer(FlyteStore.start(), new S3Uploads(uploads), propeller);
    }

    /** Where it is, as a backend URI. */
    public String uri() {
        return "flyte://" + authority() + "/" + PROJECT + "/" + DOMAIN;
    }

    /** Where it listens. */
    public String authority() {
        return "127.0.0.1:" + server.getPort();
    }

    /** Lets each call wait. */
    public void delay(long millis) {
        delayMillis = millis;
    }

    /** Lets the next call fail. */
    public void trouble(Status status) {
        troubles.add(status);
    }

    /** Asks for one of these tokens from now on. */
    public void protect(String... accepted) {
        tokens.clear();
        tokens.addAll(Set.of(accepted));
    }

    /** How many calls it has got. */
    public int calls() {
        return calls.get();
    }

    public FlyteStore store() {
        return store;
    }

    public FlyteTasks tasks() {
        return tasks;
    }

    /** What every call passes. */
    private final class Gate implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            calls.incrementAndGet();
            if (delayMillis > 0) {
                try {
                    Thread.sleep(delayMillis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            boolean isOpen = call.getMethodDescriptor().getFullMethodName().contains("AuthMetadata");
            Status trouble = isOpen ? null : troubles.poll();
            if (trouble == null && !isOpen && !tokens.isEmpty() && !isKnown(headers.get(TOKEN))) {
                trouble = Status.UNAUTHENTICATED.withDescription("token parse error [JWT_VERIFICATION_FAILED]");
            }
            if (trouble != null) {
                call.close(trouble, new Metadata());
                return new ServerCall.Listener<>() {};
            }
            return next.startCall(call, headers);
        }

        private boolean isKnown(@Nullable String header) {
            return header != null && header.startsWith("Bearer ") && tokens.contains(header.substring(7));
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
