package good.enums;

import io.eagleray.call.Ref;
import io.eagleray.call.RemoteCall;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.Generated;

@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
final class EnumsTasks {
    private EnumsTasks() {
    }

    static RemoteCall<TimeUnit> enums(DayOfWeek day, Map<Month, TimeUnit> units) {
        return RemoteCall.of(Enums_Catalog.INSTANCE.enums, new Object[] {day, units});
    }

    static RemoteCall<TimeUnit> enumsRef(Ref<DayOfWeek> day, Ref<Map<Month, TimeUnit>> units) {
        return RemoteCall.of(Enums_Catalog.INSTANCE.enums, new Object[] {day, units});
    }
}
