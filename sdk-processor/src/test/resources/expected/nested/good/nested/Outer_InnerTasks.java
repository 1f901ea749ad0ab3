package good.nested;

import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import io.eagleray.call.TaskCall;
import io.eagleray.call.TaskHandle;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Typed calls of the tasks and remote functions of {@link Outer.Inner}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Outer_InnerTasks {
    /**
     * The task {@link Outer.Inner#count}.
     */
    public static final TaskHandle<Integer> count = TaskHandle.of(Outer_Inner_Catalog.INSTANCE.count);

    private Outer_InnerTasks() {
    }

    /**
     * A call of {@link Outer.Inner#count}.
     *
     * @param items as there
     * @return the call
     */
    public static TaskCall<Integer> count(List<Outer.Inner.Item> items) {
        return TaskCall.of(count, new Object[] {items});
    }

    static RemoteCall<String> name(Outer.Inner.Item item) {
        return RemoteCall.of(Outer_Inner_Catalog.INSTANCE.name, new Object[] {item});
    }

    static RemoteCall<String> nameRef(Ref<Outer.Inner.Item> item) {
        return RemoteCall.of(Outer_Inner_Catalog.INSTANCE.name, new Object[] {item});
    }
}
