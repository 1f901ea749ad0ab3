package good.everything;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.call.ValueType;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The functions of {@code Everything}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Everything_Catalog extends Catalog {
    /**
     * The only one.
     */
    public static final Everything_Catalog INSTANCE = new Everything_Catalog();

    final CatalogFunction defaults = task("Everything.defaults", ValueType.of(int.class), List.of(), arguments -> Everything.defaults());

    final CatalogFunction reused = task("Everything.reused", ValueType.of(int.class), List.of(), arguments -> Everything.reused());

    final CatalogFunction task = task("every-thing_1.0", ValueType.of(long.class), List.of(Parameter.of("x", ValueType.of(int.class))), arguments -> Everything.task((int) arguments[0]));

    final CatalogFunction function = remote("remote", ValueType.of(int.class), List.of(Parameter.of("x", ValueType.of(int.class))), arguments -> Everything.function((int) arguments[0]));

    private Everything_Catalog() {
        super("good.everything.Everything");
    }
}
