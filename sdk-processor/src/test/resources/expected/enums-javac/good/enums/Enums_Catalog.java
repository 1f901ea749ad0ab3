package good.enums;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import java.time.DayOfWeek;
import java.time.Month;
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

    final CatalogFunction enums = remote("enums", type(TimeUnit.class), arguments -> Enums.enums((DayOfWeek) arguments[0], (Map<Month, TimeUnit>) arguments[1]), parameter("day", type(DayOfWeek.class)), parameter("units", type(Map.class, type(Month.class), type(TimeUnit.class))));

    private Enums_Catalog() {
        super("good.enums.Enums");
    }
}
