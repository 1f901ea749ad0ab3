package good.clashes;

import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import io.eagleray.call.TaskCall;
import io.eagleray.call.TaskHandle;
import java.util.List;
import javax.annotation.processing.Generated;

@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
final class ClashesTasks {
    static final TaskHandle<Clashes.TaskCall> task = TaskHandle.of(Clashes_Catalog.INSTANCE.task);

    private ClashesTasks() {
    }

    static TaskCall<Clashes.TaskCall> task(Clashes.List<Clashes.TaskCall> calls,
            List<String> names) {
        return TaskCall.of(task, new Object[] {calls, names});
    }

    static RemoteCall<Integer> arguments(int arguments) {
        return RemoteCall.of(Clashes_Catalog.INSTANCE.arguments, new Object[] {arguments});
    }

    static RemoteCall<Integer> argumentsRef(Ref<Integer> arguments) {
        return RemoteCall.of(Clashes_Catalog.INSTANCE.arguments, new Object[] {arguments});
    }

    static RemoteCall<String> className(String task, String remote) {
        return RemoteCall.of(Clashes_Catalog.INSTANCE.className, new Object[] {task, remote});
    }

    static RemoteCall<String> classNameRef(Ref<String> task, Ref<String> remote) {
        return RemoteCall.of(Clashes_Catalog.INSTANCE.className, new Object[] {task, remote});
    }

    static RemoteCall<Integer> find(int find) {
        return RemoteCall.of(Clashes_Catalog.INSTANCE.find, new Object[] {find});
    }

    static RemoteCall<Integer> findRef(Ref<Integer> find) {
        return RemoteCall.of(Clashes_Catalog.INSTANCE.find, new Object[] {find});
    }
}
