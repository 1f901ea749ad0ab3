package good.nested;

import io.eagleray.call.TaskCall;
import io.eagleray.call.TaskHandle;
import java.util.List;
import javax.annotation.processing.Generated;

@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
final class Outer_HiddenTasks {
    public static final TaskHandle<Integer> count = TaskHandle.of(Outer_Hidden_Catalog.INSTANCE.count);

    private Outer_HiddenTasks() {
    }

    public static TaskCall<Integer> count(List<Outer.Inner.Item> items) {
        return TaskCall.of(count, new Object[] {items});
    }
}
