package io.eagleray.kuberay;

import io.fabric8.kubernetes.client.http.WebSocket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a forwarded port, in Kubernetes' protocol: each message begins with a byte that says whether it is data
 * or an error, and the first of each says the port.
 */
final class ForwardedConnection implements WebSocket.Listener, AutoCloseable {
    private static final int PIECE = 64 << 10;
    private static final int CHANNELS = 2;
    private static final byte DATA = 0;
    private static final long PAUSE_NANOS = 100_000;

    private final SocketChannel socket;
    private volatile @Nullable WebSocket open;
    private int messages;

    ForwardedConnection(SocketChannel socket) {
        this.socket = socket;
    }

    /** Sends what comes from this machine, piece by piece, until that ends. */
    void send(WebSocket webSocket) throws IOException {
        open = webSocket;
        ByteBuffer piece = ByteBuffer.allocate(1 + PIECE);
        piece.put(DATA);
        while (socket.read(piece) >= 0) {
            piece.flip();
            awaitSent(webSocket);
            if (!webSocket.send(piece)) {
                throw new IOException("the API server has closed the connection");
            }
            piece.clear().put(DATA);
        }
        awaitSent(webSocket);
    }

    /** One at a time: the JDK's WebSocket refuses another one while one is under way. */
    private void awaitSent(WebSocket webSocket) throws IOException {
        while (webSocket.queueSize() > 0) {
            if (!socket.isOpen()) {
                throw new IOException("closed");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The next message is asked for when this one has been taken. */
    @Override
    public void onMessage(WebSocket webSocket, ByteBuffer message) {
        boolean isPort = messages < CHANNELS;
        messages++;
        if (!isPort) {
            take(message);
        }
        webSocket.request(); // also after the end: the server's own close is a message, too
    }

    private void take(ByteBuffer message) {
        try {
            if (!message.hasRemaining() || message.get() != DATA) {
                throw new IOException("the pod's side has failed");
            }
            while (message.hasRemaining()) {
                socket.write(message);
            }
        } catch (IOException e) {
            close();
        }
    }

    @Override
    public void onMessage(WebSocket webSocket, String message) {
        webSocket.request(); // not in this protocol
    }

    @Override
    public void onClose(WebSocket webSocket, int code, String reason) {
        close();
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        close();
    }

    @Override
    public void close() {
        WebSocket webSocket = open;
        open = null;
        if (webSocket != null) {
            webSocket.sendClose(1000, "");
        }
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is of no use any more
        }
    }

    /** Takes nothing. */
    static final class Unused implements WebSocket.Listener {}
}
