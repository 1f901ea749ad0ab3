package io.eagleray.backend.ray;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;

/**
 * Sends a body, and tells how much of it is sent.
 *
 * @param body the body
 * @param progress takes how many bytes are sent
 */
record Counted(BodyPublisher body, LongConsumer progress) implements BodyPublisher {

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(new Counter(subscriber, progress));
    }

    private static final class Counter implements Subscriber<ByteBuffer> {
        private final Subscriber<? super ByteBuffer> taker;
        private final LongConsumer progress;
        private long sent;

        Counter(Subscriber<? super ByteBuffer> taker, LongConsumer progress) {
            this.taker = taker;
            this.progress = progress;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            taker.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            sent += buffer.remaining();
            taker.onNext(buffer);
            progress.accept(sent);
        }

        @Override
        public void onError(Throwable throwable) {
            taker.onError(throwable);
        }

        @Override
        public void onComplete() {
            taker.onComplete();
        }
    }
}
