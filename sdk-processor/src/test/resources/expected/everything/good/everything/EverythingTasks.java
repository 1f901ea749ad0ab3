package good.everything;

import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import io.eagleray.call.TaskCall;
import io.eagleray.call.TaskHandle;
import javax.annotation.processing.Generated;

@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
final class EverythingTasks {
    static final TaskHandle<Integer> defaults = TaskHandle.of(Everything_Catalog.INSTANCE.defaults);

    static final TaskHandle<Integer> reused = TaskHandle.of(Everything_Catalog.INSTANCE.reused);

    static final TaskHandle<Long> task = TaskHandle.of(Everything_Catalog.INSTANCE.task);

    private EverythingTasks() {
    }

    static TaskCall<Integer> defaults() {
        return TaskCall.of(defaults, new Object[] {});
    }

    static TaskCall<Integer> reused() {
        return TaskCall.of(reused, new Object[] {});
    }

    static TaskCall<Long> task(int x) {
        return TaskCall.of(task, new Object[] {x});
    }

    static RemoteCall<Integer> function(int x) {
        return RemoteCall.of(Everything_Catalog.INSTANCE.function, new Object[] {x});
    }

    static RemoteCall<Integer> functionRef(Ref<Integer> x) {
        return RemoteCall.of(Everything_Catalog.INSTANCE.function, new Object[] {x});
    }
}
