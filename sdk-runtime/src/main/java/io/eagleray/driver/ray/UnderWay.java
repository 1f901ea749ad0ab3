package io.eagleray.driver.ray;

import io.ray.api.ObjectRef;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one actor that are under way. The actor answers in the order in which it was asked, so it is enough that
 * one thread waits for the oldest answer: a thread of the actor's own, or one that waits for an answer anyway, so that
 * none needs to be woken for it.
 */
final class UnderWay {
    private final Answers answers;
    private final BiConsumer<Supplier<byte[]>, CompletableFuture<byte[]>> answering;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Lock turn = new ReentrantLock();
    private final Thread own;

    /** A call; without a ref it ends the thread. */
    private record Asked(@Nullable ObjectRef<byte[]> ref, CompletableFuture<byte[]> answer) {}

    /** Begins its thread, which {@link #end} ends. */
    UnderWay(String actor, Answers answers, BiConsumer<Supplier<byte[]>, CompletableFuture<byte[]>> answering) {
        this.answers = answers;
        this.answering = answering;
        own = new Thread(this::answerAll, "eagleray " + actor);
        own.setDaemon(true);
        own.start();
    }

    /** Whoever adds does so in the order of the calls. */
    void add(ObjectRef<byte[]> ref, CompletableFuture<byte[]> answer) {
        asked.add(new Asked(ref, answer));
        LockSupport.unpark(own);
    }

    /** Nothing is added any more. */
    void end() {
        asked.add(new Asked(null, new CompletableFuture<>()));
        LockSupport.unpark(own);
    }

    /** Brings answers on this thread, if no other one is at it, until one has come or the moment is over. */
    void help(CompletableFuture<?> wanted, Duration moment) {
        if (!turn.tryLock()) {
            return;
        }
        try {
            long deadline = System.nanoTime() + moment.toNanos();
            while (!wanted.isDone() && bring(deadline)) {
                // one more
            }
        } finally {
            turn.unlock();
            if (!asked.isEmpty()) {
                LockSupport.unpark(own);
            }
        }
    }

    private boolean bring(long deadline) {
        Asked next = asked.peek();
        long left = deadline - System.nanoTime();
        if (next == null || next.ref() == null || left <= 0) {
            return false;
        }
        Optional<Supplier<byte[]>> bytes = answers.poll(next.ref(), left);
        bytes.ifPresent(there -> {
            asked.remove();
            answering.accept(there, next.answer());
        });
        return bytes.isPresent();
    }

    private void answerAll() {
        while (true) {
            while (asked.isEmpty() || !turn.tryLock()) {
                LockSupport.park(this);
            }
            try {
                Asked next = asked.poll();
                if (next != null) { // else somebody was faster
                    ObjectRef<byte[]> ref = next.ref();
                    if (ref == null) {
                        return;
                    }
                    answering.accept(() -> answers.await(ref), next.answer());
                }
            } finally {
                turn.unlock();
            }
        }
    }
}
