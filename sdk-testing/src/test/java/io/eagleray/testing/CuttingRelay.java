package io.eagleray.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a server on loopback on which all connections break, again and again. */
final class CuttingRelay implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final String target;
    private final AtomicInteger cuts = new AtomicInteger();

    CuttingRelay(String target, Duration between) throws IOException {
        this.target = target;
        start(this::accept);
        start(() -> cut(between));
    }

    String location() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** How often something broke. */
    int cuts() {
        return cuts.get();
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
                Socket far = new Socket(target.substring(0, colon), Integer.parseInt(target.substring(colon + 1)));
                open.addAll(List.of(near, far));
                start(() -> copy(near, far));
                start(() -> copy(far, near));
            }
        } catch (IOException e) {
            cutAll();
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
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
