package good.nested;

import io.eagleray.call.TaskCall;
import io.eagleray.call.TaskHandle;
import javax.annotation.processing.Generated;

@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
final class BoxTasks {
    static final TaskHandle<Integer> size = TaskHandle.of(Box_Catalog.INSTANCE.size);

    private BoxTasks() {
    }

    static TaskCall<Integer> size(int x) {
        return TaskCall.of(size, new Object[] {x});
    }
}
