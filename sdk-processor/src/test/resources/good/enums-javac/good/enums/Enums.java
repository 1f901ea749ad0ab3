package good.enums;

import io.eagleray.Remote;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Enums of the JDK. */
final class Enums {
    private Enums() {}

    @Remote
    static TimeUnit enums(DayOfWeek day, Map<Month, TimeUnit> units) {
        return units.get(Month.JANUARY);
    }
}
