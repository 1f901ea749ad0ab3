package io.eagleray.driver.ray;

import io.eagleray.parallel.Demand;
import io.eagleray.parallel.StoredValue;
import io.eagleray.parallel.ValueStore;
import io.eagleray.parallel.Worker;
import io.eagleray.parallel.WorkerPort;
import io.eagleray.parallel.WorkerShape;
import io.ray.api.Ray;
import io.ray.api.runtimecontext.NodeInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Workers that are Ray actors. */
final class RayPort implements WorkerPort {
    /** Ray's API takes five arguments; the first is the request. */
    static final int VALUES_PER_CALL = 4;

    private final byte[] classPath;
    private final Map<String, String> workerEnv;
    private final Answers answers;
    private final IdleWorkers idle;
    private final Consumer<RayPort> closed;
    private final ValueStore named;
    private final AtomicInteger started = new AtomicInteger();
    private final Set<RayActor> actors = ConcurrentHashMap.newKeySet();

    RayPort(
            byte[] classPath,
            Map<String, String> workerEnv,
            Answers answers,
            IdleWorkers idle,
            Consumer<RayPort> closed) {
        this.classPath = classPath;
        this.workerEnv = workerEnv;
        this.answers = answers;
        this.idle = idle;
        this.closed = closed;
        named = new RayValueStore(answers, workerEnv);
    }

    @Override
    public int capacity(WorkerShape shape) {
        Map<String, Double> needed = shape.amounts();
        List<NodeInfo> nodes = answers.ask(() -> Ray.getRuntimeContext().getAllNodeInfo());
        return nodes.stream()
                .filter(node -> node.isAlive)
                .mapToInt(node -> capacity(node, needed))
                .sum();
    }

    /** A worker that asks for nothing still runs somewhere: on a CPU. */
    private static int capacity(NodeInfo node, Map<String, Double> needed) {
        Map<String, Double> asked = needed.isEmpty() ? Map.of("CPU", 1.0) : needed;
        return asked.entrySet().stream()
                .mapToInt(entry ->
                        (int) Math.floor(node.resources.getOrDefault(entry.getKey(), 0.0) / entry.getValue() + 1e-9))
                .min()
                .orElse(0);
    }

    @Override
    public boolean waitsForRoom() {
        return true;
    }

    @Override
    public CompletableFuture<Demand> demand() {
        return RayDemand.ask(answers);
    }

    @Override
    public Worker start(WorkerShape shape) {
        IdleWorkers.Kind kind = new IdleWorkers.Kind(new String(classPath, StandardCharsets.UTF_8), shape);
        RayActor kept = idle.take(kind);
        RayActor actor = kept == null ? start(kind) : kept;
        actor.belongTo(released -> release(kind, released));
        idle.started(actor);
        actors.add(actor);
        return actor;
    }

    private RayActor start(IdleWorkers.Kind kind) {
        String name = "worker " + started.incrementAndGet();
        return RayActor.start(name, classPath, kind.shape(), workerEnv, answers);
    }

    private void release(IdleWorkers.Kind kind, RayActor actor) {
        if (actors.remove(actor)) {
            idle.keep(kind, actor);
        }
    }

    @Override
    public StoredValue put(byte[] value) {
        return new RayValue(answers.gate().pass(() -> Ray.put(value)), answers);
    }

    @Override
    public int storedValuesPerCall() {
        return VALUES_PER_CALL;
    }

    @Override
    public ValueStore named() {
        return named;
    }

    @Override
    public void close() {
        actors.forEach(RayActor::kill);
        actors.clear();
        closed.accept(this);
    }
}
