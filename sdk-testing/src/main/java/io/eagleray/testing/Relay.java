package io.eagleray.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A way to a server on loopback, which counts what is sent there and can break. It ends with its connections. */
public final class Relay implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong goesAgain = new AtomicLong(System.nanoTime());
    private final String target;

    private Relay(String target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    /**
     * Opens a way.
     *
     * @param target {@code host:port} of the server
     * @return the way
     * @throws IOException when there is no port for it
     */
    public static Relay to(String target) throws IOException {
        return new Relay(target);
    }

    /**
     * Opens a way on which all connections break, again and again.
     *
     * @param target {@code host:port} of the server
     * @param between how long it holds each time
     * @return the way
     * @throws IOException when there is no port for it
     */
    public static Relay breaking(String target, Duration between) throws IOException {
        Relay relay = new Relay(target);
        start(() -> relay.cut(between));
        return relay;
    }

    /**
     * Where it begins.
     *
     * @return {@code host:port}
     */
    public String location() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /**
     * Cuts all connections, and takes none for a while, as a server does that restarts.
     *
     * @param time how long
     */
    public void breakFor(Duration time) {
        goesAgain.set(System.nanoTime() + time.toNanos());
        cutAll();
    }

    /**
     * How often a connection was cut.
     *
     * @return connections, counted at both ends
     */
    public int cuts() {
        return cuts.get();
    }

    /**
     * How much was sent to the server until now.
     *
     * @return bytes
     */
    public long sent() {
        return sent.get();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        int colon = target.indexOf(':');
        try {
            while (true) {
                Socket near = server.accept();
                if (System.nanoTime() < goesAgain.get()) {
                    near.close();
                    continue;
                }
                Socket far = new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
                open.addAll(List.of(near, far));
                start(() -> copy(near, far, sent));
                start(() -> copy(far, near, new AtomicLong()));
            }
        } catch (IOException e) {
            cutAll();
        }
    }

    private static void copy(Socket from, Socket to, AtomicLong count) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count.addAndGet(read);
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // it was cut
        }
    }

    private void cut(Duration between) {
        try {
            while (!server.isClosed()) {
                Thread.sleep(between.toMillis());
                cutAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cutAll() {
        for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
            if (!socket.isClosed()) {
                cuts.incrementAndGet();
            }
            try {
                socket.close();
            } catch (IOException e) {
                // then it is closed
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cutAll();
    }
}
