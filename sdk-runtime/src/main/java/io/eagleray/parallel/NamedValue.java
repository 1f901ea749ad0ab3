package io.eagleray.parallel;

import io.eagleray.call.Ref;
import io.eagleray.call.ValueType;
import io.eagleray.client.NoSuchValueException;
import io.eagleray.client.ValueException;
import io.eagleray.wire.ValueForm;
import java.util.List;
import java.util.Optional;

/**
 * A value that stays in the object store of the Ray cluster under a name: a task puts it there, and later tasks on the same
 * cluster pick it up, whoever runs them. It never leaves the cluster on its way.
 *
 * <pre>{@code
 * record Walks(double[] ends) {}
 *
 * static final NamedValue<Walks> WALKS = NamedValue.of("walks", Walks.class);
 *
 * @Task
 * public static int simulate(int n) {
 *   …
 *   WALKS.put(new Walks(ends));
 *   return ends.length;
 * }
 *
 * @Task
 * public static double quantile(double q) {
 *   double[] ends = WALKS.get().ends();
 *   …
 * }
 * }</pre>
 *
 * <p>The value goes with its cluster: with the connection where a local Ray was started for that, with a Kubernetes cluster
 * of the task's own when the task has ended, with a kept one when that has idled for its {@code idleTtl} or its head is
 * lost. What can be computed again is computed again then:
 *
 * <pre>{@code
 * Ref<Walks> walks = WALKS.find().orElseGet(() -> Ref.of(simulated()));
 * }</pre>
 *
 * <p>On Ray it lies on the head node; what does not fit into the object store there, Ray spills to its disk. A Java process
 * on the head, made with the first value and without a CPU of its own, knows the names; it needs a Java heap for one value
 * at a time. With {@code embedded} the values are in this JVM and go with the connection; outside of an execution, as in
 * a unit test, they stay in this JVM.
 *
 * <p>Names are shared by all who use the cluster. Remote functions cannot ask for named values: the task gives them
 * {@link #ref}.
 *
 * @param <T> the type of the value
 */
public final class NamedValue<T> {
    private static final int LONGEST = 128;

    private final String name;
    private final ValueType type;

    private NamedValue(String name, ValueType type) {
        this.name = name;
        this.type = type;
    }

    /**
     * A name for values of a type; nothing is put or asked for.
     *
     * @param name the name: 1 to {@value #LONGEST} characters on one line
     * @param type the type: a record, an array, or any other that may cross and has no type arguments. A list is put as a
     *     component of a record
     * @param <T> the type
     * @return the name
     * @throws IllegalArgumentException when the name is none
     * @throws ValueException when values of that type cannot cross; it says why
     */
    public static <T> NamedValue<T> of(String name, Class<T> type) {
        if (name.isBlank()
                || name.length() > LONGEST
                || name.codePoints().anyMatch(each -> Character.isISOControl(each))) {
            throw new IllegalArgumentException(
                    "\"" + name.strip() + "\" is no name for a value: use 1 to " + LONGEST + " characters on one line");
        }
        ValueType valueType = ValueType.of(type);
        ValueForm.of(valueType);
        return new NamedValue<>(name, valueType);
    }

    ValueType type() {
        return type;
    }

    /**
     * Puts a value, in place of the one that has the name now. Who has picked that up keeps it.
     *
     * @param value the value
     * @throws ValueException when it is too large, or does not fit its type
     * @throws io.eagleray.client.BackendException when the head of the cluster has no room for it, or no Java
     */
    public void put(T value) {
        store().put(name, type.toString(), ValueForm.of(type).encode(value));
    }

    /**
     * Looks for the value.
     *
     * @return a ref to it, for calls and for here; empty when there is none. It must not be changed: calls on one worker
     *     may share one copy
     * @throws ValueException when it was put as another type
     */
    public Optional<Ref<T>> find() {
        FanOut fanOut = Parallel.fanOut(null);
        return fanOut.named().find(name).map(kept -> PutRef.named(fanOut, this, checked(kept)));
    }

    private StoredValue checked(ValueStore.Kept kept) {
        if (!kept.type().equals(type.toString())) {
            throw new ValueException(this + " was put as " + kept.type() + ", and is asked for as " + type
                    + ": ask for what was put, or use another name");
        }
        return kept.value();
    }

    /**
     * A ref to the value, for calls: it goes to their workers from where it is.
     *
     * @return the ref; what it refers to must not be changed, for calls on one worker may share one copy
     * @throws NoSuchValueException when there is none
     * @throws ValueException when it was put as another type
     */
    public Ref<T> ref() {
        return find().orElseThrow(this::missing);
    }

    /**
     * The value.
     *
     * @return the value
     * @throws NoSuchValueException when there is none
     * @throws ValueException when it was put as another type
     */
    public T get() {
        return ref().get();
    }

    private NoSuchValueException missing() {
        List<String> names = names();
        return new NoSuchValueException(
                this + " is not here: nobody has put it since this cluster started, or it was removed;"
                        + " values go with their cluster. "
                        + (names.isEmpty() ? "None are here" : "Here are " + String.join(", ", names))
                        + ". Run the task that puts it, on this cluster");
    }

    /**
     * Keeps the value no longer.
     *
     * @return whether there was one
     */
    public boolean remove() {
        return store().remove(name);
    }

    /**
     * Which values are on the cluster, whoever put them.
     *
     * @return their names, in order
     */
    public static List<String> names() {
        return store().names();
    }

    private static ValueStore store() {
        return Parallel.fanOut(null).named();
    }

    @Override
    public String toString() {
        return "the value named \"" + name + "\"";
    }
}
