package io.eagleray.parallel;

import io.eagleray.client.TaskCancelledException;
import io.eagleray.client.TaskTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a number of things to happen; an interrupt becomes a cancellation. */
final class Countdown {
    private final CountDownLatch latch;

    Countdown(int count) {
        latch = new CountDownLatch(count);
    }

    void countDown() {
        latch.countDown();
    }

    void open() {
        while (latch.getCount() > 0) {
            latch.countDown();
        }
    }

    void await(String what) {
        await(Duration.ofNanos(Long.MAX_VALUE), what);
    }

    void await(Duration timeout, String what) {
        try {
            if (!latch.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TaskTimeoutException("not all " + what + " were ready after " + timeout);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskCancelledException("interrupted while waiting for " + what, e);
        }
    }
}
