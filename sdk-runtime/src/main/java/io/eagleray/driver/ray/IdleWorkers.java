package io.eagleray.driver.ray;

import io.eagleray.parallel.WorkerShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Actors that have nothing to do, kept for the next execution of the same application: starting a JVM takes seconds. An
 * actor holds its resources while it is kept, so those of other kinds go as soon as one kind needs more, and all go after
 * a short while: others may want them whom nobody here knows of.
 */
final class IdleWorkers {
    private static final long MOST_SECONDS = 20;

    private final Map<Kind, Deque<Kept>> idle = new HashMap<>();
    private final Set<RayActor> starting = new HashSet<>();

    /** Which actors may stand in for each other. */
    record Kind(String classPath, WorkerShape shape) {}

    /** An actor, as long as it is kept this time. */
    private static final class Kept {
        private final RayActor actor;

        Kept(RayActor actor) {
            this.actor = actor;
        }
    }

    /** Keeps an actor for a while, unless another may be waiting for the resources that it holds. */
    synchronized void keep(Kind kind, RayActor actor) {
        starting.removeIf(RayActor::isUp);
        if (!starting.isEmpty()) {
            actor.kill();
            return;
        }
        Kept kept = new Kept(actor);
        idle.computeIfAbsent(kind, any -> new ArrayDeque<>()).push(kept);
        CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS).execute(() -> letGo(kind, kept));
    }

    private synchronized void letGo(Kind kind, Kept kept) {
        Deque<Kept> same = idle.get(kind);
        if (same != null && same.remove(kept)) {
            kept.actor.kill();
        }
    }

    /** One of a kind; where there is none, the others are ended to make room. */
    synchronized @Nullable RayActor take(Kind kind) {
        Deque<Kept> same = idle.get(kind);
        if (same != null && !same.isEmpty()) {
            return same.pop().actor;
        }
        close();
        return null;
    }

    /** Takes notice of an actor that is about to come up. */
    synchronized void started(RayActor actor) {
        starting.removeIf(RayActor::isUp);
        starting.add(actor);
    }

    synchronized void close() {
        List<RayActor> actors = new ArrayList<>();
        idle.values().forEach(same -> same.forEach(kept -> actors.add(kept.actor)));
        idle.clear();
        actors.forEach(RayActor::kill);
    }
}
