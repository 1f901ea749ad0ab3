package good.enums;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.call.ValueType;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.Generated;

/**
 * The functions of {@code Enums}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Enums_Catalog extends Catalog {
    /**
     * The only one.
     */
    public static final Enums_Catalog INSTANCE = new Enums_Catalog();

    final CatalogFunction enums = remote("enums", ValueType.of(TimeUnit.class), List.of(Parameter.of("day", ValueType.of(DayOfWeek.class)), Parameter.of("units", ValueType.of(Map.class, ValueType.of(Month.class), ValueType.of(TimeUnit.class)))), arguments -> Enums.enums((DayOfWeek) arguments[0], (Map<Month, TimeUnit>) arguments[1]));

    private Enums_Catalog() {
        super("good.enums.Enums");
    }
}
