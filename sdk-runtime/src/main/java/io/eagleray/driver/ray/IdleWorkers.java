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
import org.jspecify.annotations.Nullable;

/**
 * Actors that have nothing to do, kept for the next execution of the same application: starting a JVM takes seconds. An
 * actor holds its resources while it is kept, so those of other kinds go as soon as one kind needs more.
 */
final class IdleWorkers {
    private final Map<Kind, Deque<RayActor>> idle = new HashMap<>();
    private final Set<RayActor> starting = new HashSet<>();

    /** Which actors may stand in for each other. */
    record Kind(String classPath, WorkerShape shape) {}

    /** Keeps an actor, unless another may be waiting for the resources that it holds. */
    synchronized void keep(Kind kind, RayActor actor) {
        starting.removeIf(RayActor::isUp);
        if (!starting.isEmpty()) {
            actor.kill();
            return;
        }
        idle.computeIfAbsent(kind, any -> new ArrayDeque<>()).push(actor);
    }

    /** One of a kind; where there is none, the others are ended to make room. */
    synchronized @Nullable RayActor take(Kind kind) {
        Deque<RayActor> same = idle.get(kind);
        if (same != null && !same.isEmpty()) {
            return same.pop();
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
        idle.values().forEach(actors::addAll);
        idle.clear();
        actors.forEach(RayActor::kill);
    }
}
