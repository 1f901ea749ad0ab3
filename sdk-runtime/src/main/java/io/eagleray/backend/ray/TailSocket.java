package io.eagleray.backend.ray;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A web socket that is read by one thread. The next piece is asked for only when one was taken: no heap of them grows. */
final class TailSocket implements WebSocket.Listener, AutoCloseable {
    /** After so much silence the job's status is asked. */
    static final Duration QUIET = Duration.ofSeconds(2);

    private static final long MOMENT_MILLIS = 100;
    private static final Duration DEAD = Duration.ofSeconds(45);

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private @Nullable WebSocket socket;
    private volatile long heard = System.nanoTime();

    private TailSocket() {}

    /** What can come. */
    enum Kind {
        TEXT,
        QUIET,
        CLOSED
    }

    /**
     * What has come.
     *
     * @param kind what it is
     * @param text the text, if it is one
     */
    record Piece(Kind kind, String text) {}

    static TailSocket open(HeadClient head, String path) throws InterruptedException, TimeoutException, IOException {
        TailSocket tail = new TailSocket();
        tail.socket = head.open(path, tail);
        return tail;
    }

    /** Waits for a piece, for a while; for a moment only when the job is known to have ended. */
    Piece next(BooleanSupplier hasEnded) throws InterruptedException {
        Piece piece;
        long waited = 0;
        do {
            piece = pieces.poll(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            waited += MOMENT_MILLIS;
        } while (piece == null && waited < QUIET.toMillis() && !hasEnded.getAsBoolean());
        if (piece == null) {
            return quiet();
        }
        if (piece.kind() == Kind.TEXT) {
            open().request(1);
        }
        return piece;
    }

    private WebSocket open() {
        return Objects.requireNonNull(socket);
    }

    /** A connection that is gone looks like a quiet one, until nothing answers any more. */
    private Piece quiet() {
        if (System.nanoTime() - heard > DEAD.toNanos()) {
            return new Piece(Kind.CLOSED, "");
        }
        open().sendPing(ByteBuffer.allocate(0));
        return new Piece(Kind.QUIET, "");
    }

    /** Whether something waits to be taken. */
    boolean hasMore() {
        return !pieces.isEmpty();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        heard = System.nanoTime();
        pieces.add(new Piece(Kind.TEXT, data.toString()));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        webSocket.request(1); // logs are texts
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        heard = System.nanoTime();
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        pieces.add(new Piece(Kind.CLOSED, ""));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        pieces.add(new Piece(Kind.CLOSED, ""));
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
