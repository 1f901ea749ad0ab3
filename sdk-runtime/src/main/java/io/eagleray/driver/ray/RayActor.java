package io.eagleray.driver.ray;

import io.eagleray.client.BackendException;
import io.eagleray.client.WorkerDiedException;
import io.eagleray.parallel.StoredValue;
import io.eagleray.parallel.Worker;
import io.eagleray.parallel.WorkerShape;
import io.ray.api.ActorHandle;
import io.ray.api.ObjectRef;
import io.ray.api.Ray;
import io.ray.api.call.ActorCreator;
import io.ray.api.exception.RayActorException;
import io.ray.api.exception.UnreconstructableException;
import io.ray.api.runtimeenv.RuntimeEnv;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A worker that is a Ray actor. */
final class RayActor implements Worker {
    private final String name;
    private final ActorHandle<RayWorker> handle;
    private final Answers answers;
    private final UnderWay underWay;
    private @Nullable UnderWay beside; // guarded by this; hardly any worker needs it
    private volatile boolean up;
    private volatile boolean killed;
    private volatile Consumer<RayActor> keep = RayActor::kill;

    private RayActor(String name, ActorHandle<RayWorker> handle, Answers answers) {
        this.name = name;
        this.handle = handle;
        this.answers = answers;
        underWay = new UnderWay(name, answers, this::answer);
    }

    static RayActor start(
            String name, byte[] classPath, WorkerShape shape, Map<String, String> workerEnv, Answers answers) {
        ActorCreator<RayWorker> creator = Ray.actor(RayWorker::new, classPath)
                .setResources(shape.amounts())
                .setMaxConcurrency(2) // one call, and one that asks about it
                .setJvmOptions(WorkerHeap.options(shape));
        if (!workerEnv.isEmpty()) {
            RuntimeEnv env = new RuntimeEnv.Builder().build();
            workerEnv.forEach(env::setJsonStr);
            creator.setRuntimeEnv(env);
        }
        ActorHandle<RayWorker> handle = answers.ask(creator::remote);
        return new RayActor(name, handle, answers);
    }

    @Override
    public CompletableFuture<byte[]> call(byte[] request, List<StoredValue> values) {
        return call(underWay, request, values);
    }

    @Override
    public synchronized CompletableFuture<byte[]> callBeside(byte[] request) {
        UnderWay calls = beside;
        if (calls == null) {
            calls = new UnderWay(name + " beside", answers, this::answer);
            beside = calls;
            if (killed) {
                calls.end();
            }
        }
        return call(calls, request, List.of());
    }

    private CompletableFuture<byte[]> call(UnderWay calls, byte[] request, List<StoredValue> values) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        if (killed) {
            answer.completeExceptionally(new WorkerDiedException(name + " was ended"));
            return answer;
        }
        synchronized (this) { // the order of the refs is the order of the calls
            calls.add(answers.gate().pass(() -> send(request, values)), answer);
        }
        return answer;
    }

    private ObjectRef<byte[]> send(byte[] request, List<StoredValue> values) {
        List<ObjectRef<byte[]>> refs =
                values.stream().map(value -> ((RayValue) value).ref()).toList();
        return switch (refs.size()) {
            case 0 -> handle.task(RayWorker::call, request).remote();
            case 1 -> handle.task(RayWorker::call1, request, refs.get(0)).remote();
            case 2 ->
                handle.task(RayWorker::call2, request, refs.get(0), refs.get(1)).remote();
            case 3 ->
                handle.task(RayWorker::call3, request, refs.get(0), refs.get(1), refs.get(2))
                        .remote();
            case 4 ->
                handle.task(RayWorker::call4, request, refs.get(0), refs.get(1), refs.get(2), refs.get(3))
                        .remote();
            default ->
                throw new IllegalArgumentException(
                        refs.size() + " stored values in one call; " + RayPort.VALUES_PER_CALL + " at most");
        };
    }

    @Override
    public void help(CompletableFuture<?> wanted, Duration moment) {
        underWay.help(wanted, moment);
    }

    private void answer(Supplier<byte[]> there, CompletableFuture<byte[]> answer) {
        try {
            byte[] bytes = there.get();
            String failure = bytes.length == 0 ? failure() : ""; // Ray does not tell empty from none
            up = true;
            if (failure.isEmpty()) {
                answer.complete(bytes);
            } else {
                answer.completeExceptionally(new BackendException(name + " cannot answer: " + failure));
            }
        } catch (Throwable e) {
            up |= e instanceof RayActorException;
            answer.completeExceptionally(failure(e));
        }
    }

    /** What became of a call; of one whose worker was ended, whoever noticed it first. */
    private RuntimeException failure(Throwable e) {
        if (killed || e instanceof RayActorException) {
            return new WorkerDiedException(name + (killed ? " was ended" : " died"), e);
        }
        if (e instanceof UnreconstructableException) { // it was large, so it was still where it had been made
            return new WorkerDiedException("the answer of " + name + " was lost with its node", e);
        }
        return e instanceof BackendException known ? known : new BackendException(name + " cannot be reached", e);
    }

    private String failure() {
        ObjectRef<byte[]> asked =
                answers.gate().pass(() -> handle.task(RayWorker::failure).remote());
        return new String(answers.await(asked), StandardCharsets.UTF_8);
    }

    /** Whether it has answered, or never will. Until then it may be waiting for resources that others hold. */
    boolean isUp() {
        return up || killed;
    }

    @Override
    public void kill() {
        if (!killed) {
            killed = true;
            answers.tell(handle::kill);
            underWay.end();
            endBeside();
        }
    }

    private synchronized void endBeside() {
        if (beside != null) {
            beside.end();
        }
    }

    /** Belongs to somebody from now on, who takes it back when it is released. */
    void belongTo(Consumer<RayActor> owner) {
        keep = owner;
    }

    @Override
    public void release() {
        keep.accept(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
