package io.eagleray.backend.ray;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;

/**
 * Sends a file, and tells how much of it is sent.
 *
 * @param file the file
 * @param contentLength how long it is
 * @param progress takes how many bytes are sent
 */
record CountedFile(Path file, long contentLength, LongConsumer progress) implements BodyPublisher {

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        try {
            BodyPublishers.ofFile(file).subscribe(new Counter(subscriber, progress));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
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
