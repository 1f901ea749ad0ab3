package good.nested;

import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import javax.annotation.processing.Generated;

@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
final class Outer_KindTasks {
    private Outer_KindTasks() {
    }

    static RemoteCall<String> text(Outer.Kind kind) {
        return RemoteCall.of(Outer_Kind_Catalog.INSTANCE.text, new Object[] {kind});
    }

    static RemoteCall<String> textRef(Ref<Outer.Kind> kind) {
        return RemoteCall.of(Outer_Kind_Catalog.INSTANCE.text, new Object[] {kind});
    }
}
