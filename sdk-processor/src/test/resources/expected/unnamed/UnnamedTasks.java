import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import io.eagleray.call.TaskCall;
import io.eagleray.call.TaskHandle;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Typed calls of the tasks and remote functions of {@link Unnamed}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class UnnamedTasks {
    static final TaskHandle<List<Unnamed.Item>> items = TaskHandle.of(Unnamed_Catalog.INSTANCE.items);

    private UnnamedTasks() {
    }

    static TaskCall<List<Unnamed.Item>> items(String name) {
        return TaskCall.of(items, new Object[] {name});
    }

    static RemoteCall<Unnamed.Item> item(String name) {
        return RemoteCall.of(Unnamed_Catalog.INSTANCE.item, new Object[] {name});
    }

    static RemoteCall<Unnamed.Item> itemRef(Ref<String> name) {
        return RemoteCall.of(Unnamed_Catalog.INSTANCE.item, new Object[] {name});
    }
}
