package good.clashes;

import io.eagleray.call.RemoteCall;
import javax.annotation.processing.Generated;

@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
final class RefTasks {
    private RefTasks() {
    }

    static RemoteCall<Ref> next(Ref ref) {
        return RemoteCall.of(Ref_Catalog.INSTANCE.next, new Object[] {ref});
    }

    static RemoteCall<Ref> nextRef(io.eagleray.call.Ref<Ref> ref) {
        return RemoteCall.of(Ref_Catalog.INSTANCE.next, new Object[] {ref});
    }
}
