package good.nested;

import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import javax.annotation.processing.Generated;

/**
 * Typed calls of the tasks and remote functions of {@link Outer.Functions}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Outer_FunctionsTasks {
    private Outer_FunctionsTasks() {
    }

    /**
     * A call of {@link Outer.Functions#add}.
     *
     * @param x as there
     * @param y as there
     * @return the call
     */
    public static RemoteCall<Integer> add(int x, int y) {
        return RemoteCall.of(Outer_Functions_Catalog.INSTANCE.add, new Object[] {x, y});
    }

    /**
     * A call of {@link Outer.Functions#add} with values that are in the object store.
     *
     * @param x as there
     * @param y as there
     * @return the call
     */
    public static RemoteCall<Integer> addRef(Ref<Integer> x, Ref<Integer> y) {
        return RemoteCall.of(Outer_Functions_Catalog.INSTANCE.add, new Object[] {x, y});
    }
}
