package io.eagleray.backend.ray;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** A head with one job, whose sockets do what they are told, one after the other; the job ends with the last one. */
final class FakeTail implements AutoCloseable {
    static final String ID = "a-1";

    /** Instead of a text: the socket stays open and sends nothing more, as Ray's do after the end of a job. */
    static final String SILENCE = "";

    private static final int LONGEST_SMALL = 125;
    private final ServerSocket server;
    private final Queue<List<String>> sockets;
    private final String whole;
    private int opened;

    /** Each socket sends its texts and closes; one without texts is refused. */
    FakeTail(String whole, List<List<String>> sockets) throws IOException {
        this.whole = whole;
        this.sockets = new ArrayDeque<>(sockets);
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "fake tail");
        thread.setDaemon(true);
        thread.start();
    }

    RayJobs jobs() {
        return RayJobs.at(
                io.eagleray.backend.BackendUri.parse("http://127.0.0.1:" + server.getLocalPort()),
                Map.of("RAY_AUTH_TOKEN", FakeHead.TOKEN));
    }

    synchronized int opened() {
        return opened;
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> serve(socket), "fake tail's socket");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String request = in.readLine();
            String key = "";
            boolean known = false;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                key = line.startsWith("Sec-WebSocket-Key:")
                        ? line.substring(line.indexOf(':') + 1).strip()
                        : key;
                known |= line.equals("Authorization: Bearer " + FakeHead.TOKEN);
            }
            OutputStream out = socket.getOutputStream();
            if (!known) {
                answer(out, "403 Forbidden", "no");
            } else if (request.contains("/logs/tail")) {
                tail(socket, key);
            } else if (request.contains("/logs")) {
                answer(out, "200 OK", "{\"logs\": \"" + whole.replace("\n", "\\n") + "\"}");
            } else {
                answer(out, "200 OK", FakeHead.job(ID, ended() ? "SUCCEEDED" : "RUNNING", ""));
            }
        } catch (IOException | GeneralSecurityException e) {
            // the client has gone
        }
    }

    private synchronized boolean ended() {
        return sockets.isEmpty();
    }

    private synchronized List<String> next() {
        opened++;
        List<String> texts = sockets.poll();
        return texts == null ? List.of() : texts;
    }

    private void tail(Socket socket, String key) throws IOException, GeneralSecurityException {
        OutputStream out = socket.getOutputStream();
        List<String> texts = next();
        if (texts.isEmpty()) {
            answer(out, "502 Bad Gateway", "no socket");
            return;
        }
        byte[] digest = MessageDigest.getInstance("SHA-1")
                .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        for (String text : texts) {
            if (text.equals(SILENCE)) {
                out.flush();
                socket.getInputStream().transferTo(OutputStream.nullOutputStream()); // until the client goes
                return;
            }
            out.write(frame(0x81, text.getBytes(StandardCharsets.UTF_8)));
        }
        out.write(frame(0x88, new byte[] {(byte) (1000 >> 8), (byte) (1000 & 0xFF)}));
        out.flush();
    }

    private static byte[] frame(int head, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(head);
        if (payload.length <= LONGEST_SMALL) {
            frame.write(payload.length);
        } else {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length & 0xFF);
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    private static void answer(OutputStream out, String status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
