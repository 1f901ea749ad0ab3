package good.nested;

import io.eagleray.call.TaskCall;
import io.eagleray.call.TaskHandle;
import javax.annotation.processing.Generated;

@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
final class Outer_MemberTasks {
    static final TaskHandle<Integer> f = TaskHandle.of(Outer_Member_Catalog.INSTANCE.f);

    private Outer_MemberTasks() {
    }

    static TaskCall<Integer> f() {
        return TaskCall.of(f, new Object[] {});
    }
}
