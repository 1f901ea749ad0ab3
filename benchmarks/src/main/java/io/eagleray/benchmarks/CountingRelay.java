package io.eagleray.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A way to a server on loopback that counts what is sent there. */
final class CountingRelay implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicLong sent = new AtomicLong();
    private final int target;

    /** A way to {@code HOST:PORT} of this machine. */
    CountingRelay(String location) throws IOException {
        target = Integer.parseInt(location.substring(location.indexOf(':') + 1));
        start(this::accept);
    }

    /** Where it begins. */
    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** How many bytes were sent to the server until now. */
    long sent() {
        return sent.get();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = server.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                start(() -> copy(near, far, sent));
                start(() -> copy(far, near, new AtomicLong()));
            }
        } catch (IOException e) {
            // it is closed
        }
    }

    private static void copy(Socket from, Socket to, AtomicLong count) {
        byte[] buffer = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count.addAndGet(read);
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // one of the ends is gone, so the other goes
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
