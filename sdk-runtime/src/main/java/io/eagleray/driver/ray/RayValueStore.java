package io.eagleray.driver.ray;

import io.eagleray.client.BackendException;
import io.eagleray.parallel.StoredValue;
import io.eagleray.parallel.ValueStore;
import io.ray.api.ActorHandle;
import io.ray.api.ObjectRef;
import io.ray.api.Ray;
import io.ray.api.call.ActorCreator;
import io.ray.api.exception.RayActorException;
import io.ray.api.exception.RayException;
import io.ray.api.options.ActorLifetime;
import io.ray.api.runtimeenv.RuntimeEnv;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Named values in Ray's object store. An actor on the head, which stays until the Ray ends, owns them. */
final class RayValueStore implements ValueStore {
    private static final String NAMESPACE = "eagleray";

    /** With the version of what it is asked and how it answers. */
    private static final String KEEPER = "named-values-1";

    /** Worker nodes come and go. Of a CPU it needs none. */
    private static final Map<String, Double> ON_THE_HEAD = Map.of("node:__internal_head__", 0.001);

    /** What its classes come with; of the rest of the environment it has no use. */
    private static final String CODE = "java_jars";

    private final Answers answers;
    private final Map<String, String> workerEnv;
    private @Nullable ActorHandle<ValueKeeper> known; // guarded by this

    RayValueStore(Answers answers, Map<String, String> workerEnv) {
        this.answers = answers;
        this.workerEnv = workerEnv;
    }

    @Override
    public void put(String name, String type, byte[] value) {
        Question question = keeper ->
                keeper.task(ValueKeeper::put, bytes(name), bytes(type), value).remote();
        byte[] failure;
        try {
            failure = ask(keeper(), question);
        } catch (RayActorException e) { // the one that was here has gone with what it had
            failure = ask(keeper(), question);
        }
        if (failure.length > 0) {
            throw new BackendException("the head of this Ray cannot keep the value named \"" + name + "\", "
                    + value.length + " bytes: " + text(failure) + "; give the head more memory");
        }
    }

    @Override
    public Optional<Kept> find(String name) {
        byte[] key = bytes(name);
        return running().flatMap(keeper -> {
            byte[] type =
                    answer(keeper, asked -> asked.task(ValueKeeper::type, key).remote());
            return type.length == 0 ? Optional.empty() : Optional.of(new Kept(text(type), copy(keeper, key)));
        });
    }

    /** It goes from node to node when it is needed; here only what stands for it. */
    private StoredValue copy(ActorHandle<ValueKeeper> keeper, byte[] key) {
        return new RayValue(
                answers.gate().pass(() -> keeper.task(ValueKeeper::get, key).remote()), answers);
    }

    @Override
    public boolean remove(String name) {
        byte[] key = bytes(name);
        return running()
                .map(keeper -> answer(
                        keeper, asked -> asked.task(ValueKeeper::remove, key).remote()))
                .filter(removed -> removed.length > 0)
                .isPresent();
    }

    @Override
    public List<String> names() {
        return running()
                .map(keeper ->
                        answer(keeper, asked -> asked.task(ValueKeeper::names).remote()))
                .map(names -> text(names).lines().toList())
                .orElse(List.of());
    }

    /** Asks the actor something. */
    private interface Question extends Function<ActorHandle<ValueKeeper>, ObjectRef<byte[]>> {}

    /** One that has died has nothing. */
    private byte[] answer(ActorHandle<ValueKeeper> keeper, Question question) {
        try {
            return ask(keeper, question);
        } catch (RayActorException e) {
            return new byte[0];
        }
    }

    private byte[] ask(ActorHandle<ValueKeeper> keeper, Question question) {
        try {
            return answers.await(answers.gate().pass(() -> question.apply(keeper)));
        } catch (RayActorException e) {
            forget(keeper);
            throw e;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private synchronized void forget(ActorHandle<ValueKeeper> keeper) {
        if (known == keeper) {
            known = null;
        }
    }

    private synchronized ActorHandle<ValueKeeper> keeper() {
        ActorHandle<ValueKeeper> keeper = running().orElseGet(this::start);
        known = keeper;
        return keeper;
    }

    private synchronized Optional<ActorHandle<ValueKeeper>> running() {
        if (known == null) {
            known = answers.ask(() -> Ray.<ActorHandle<ValueKeeper>>getActor(KEEPER, NAMESPACE))
                    .orElse(null);
        }
        return Optional.ofNullable(known);
    }

    /** Another driver may be quicker; its actor is as good. */
    private ActorHandle<ValueKeeper> start() {
        ActorCreator<ValueKeeper> creator = Ray.actor(ValueKeeper::new)
                .setName(KEEPER, NAMESPACE)
                .setLifetime(ActorLifetime.DETACHED)
                .setResources(ON_THE_HEAD);
        if (!workerEnv.isEmpty()) {
            RuntimeEnv env = new RuntimeEnv.Builder().build();
            env.setJsonStr(CODE, workerEnv.get(CODE));
            env.setJsonStr("py_modules", workerEnv.get(CODE)); // so that the node keeps them as long as it needs them
            creator.setRuntimeEnv(env);
        }
        try {
            return answers.ask(creator::remote);
        } catch (RayException | IllegalArgumentException e) {
            return running().orElseThrow(() -> e);
        }
    }
}
