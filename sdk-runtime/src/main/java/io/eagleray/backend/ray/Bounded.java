package io.eagleray.backend.ray;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes a body up to a limit: what goes on beyond it is cut off, and is a failure. */
final class Bounded<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> taker;
    private final long limit;
    private @Nullable Subscription subscription;
    private long taken;
    private boolean over;

    private Bounded(BodySubscriber<T> taker, long limit) {
        this.taker = taker;
        this.limit = limit;
    }

    /** There is more than the limit. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    static <T> BodyHandler<T> of(BodyHandler<T> handler, long limit) {
        return info -> new Bounded<>(handler.apply(info), limit);
    }

    @Override
    public CompletionStage<T> getBody() {
        return taker.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        taker.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (over) {
            return;
        }
        taken += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (taken <= limit) {
            taker.onNext(buffers);
            return;
        }
        over = true;
        if (subscription != null) {
            subscription.cancel();
        }
        taker.onError(new TooLarge(limit));
    }

    @Override
    public void onError(Throwable throwable) {
        if (!over) {
            taker.onError(throwable);
        }
    }

    @Override
    public void onComplete() {
        if (!over) {
            taker.onComplete();
        }
    }
}
