package io.eagleray.kuberay;

import io.eagleray.client.BackendException;
import io.eagleray.parallel.DaemonThreads;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketHandshakeException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A port of this machine's loopback that leads to a port of a pod, through the API server: a WebSocket for each
 * connection. fabric8's own sends on while what it has sent before is still under way, which the JDK's WebSocket refuses,
 * so that large requests break; and it can be reached from other machines.
 */
final class PortForward implements AutoCloseable {
    private static final String PROTOCOL = "v4.channel.k8s.io";
    private static final int TIMEOUT_SECONDS = 30;
    private static final long PAUSE_NANOS = 50_000_000;

    private final HttpClient http;
    private final URI target;
    private final ServerSocketChannel server;
    private final Set<ForwardedConnection> connections = ConcurrentHashMap.newKeySet();

    private PortForward(HttpClient http, URI target, ServerSocketChannel server) {
        this.http = http;
        this.target = target;
        this.server = server;
    }

    /**
     * Opens it, and a first connection, to see that it is allowed.
     *
     * @param http the client that shows the API server who asks
     * @param pod the pod's address at the API server
     * @param port the pod's port
     * @throws KubernetesClientException when the API server refuses
     */
    static PortForward open(HttpClient http, URI pod, int port) throws InterruptedException {
        URI target = URI.create(pod + "/portforward?ports=" + port);
        try {
            connect(http, target, new ForwardedConnection.Unused()).sendClose(1000, "");
            ServerSocketChannel server =
                    ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            PortForward forward = new PortForward(http, target, server);
            DaemonThreads.start("eagleray port-forward " + forward.port(), forward::accept);
            return forward;
        } catch (IOException e) {
            throw new BackendException(
                    "no port of this machine's loopback can be opened: has this process too many files" + " open?", e);
        }
    }

    private static WebSocket connect(HttpClient http, URI target, WebSocket.Listener listener)
            throws InterruptedException {
        CompletableFuture<WebSocket> opening = http.newWebSocketBuilder()
                .uri(target)
                .subprotocol(PROTOCOL)
                .connectTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .buildAsync(listener);
        try {
            return opening.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            int code = e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().code()
                    : 0;
            throw new KubernetesClientException("the port cannot be forwarded", e.getCause(), code, null, null);
        } catch (TimeoutException e) {
            throw new KubernetesClientException("the port was not forwarded in time", e);
        } finally {
            opening.cancel(true); // one that comes too late is closed
        }
    }

    /** The port of this machine. */
    int port() {
        try {
            return ((InetSocketAddress) server.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new BackendException("the forwarded port is closed", e);
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel socket = server.accept();
                ForwardedConnection connection = new ForwardedConnection(socket);
                connections.add(connection);
                DaemonThreads.start("eagleray port-forward connection", () -> run(connection));
            } catch (IOException e) {
                LockSupport.parkNanos(PAUSE_NANOS); // it is closed, or this process has too many files open
            }
        }
    }

    /** Who connected sees a connection that is closed when the API server refuses it. */
    private void run(ForwardedConnection connection) {
        try {
            connection.send(connect(http, target, connection));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KubernetesClientException | IOException e) {
            return; // the finally closes the socket, and who connected tries again or tells
        } finally {
            connection.close();
            connections.remove(connection);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new BackendException("the forwarded port cannot be closed", e);
        } finally {
            connections.forEach(ForwardedConnection::close);
        }
    }
}
