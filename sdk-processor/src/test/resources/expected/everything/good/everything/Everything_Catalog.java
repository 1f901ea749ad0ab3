package good.everything;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
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

    final CatalogFunction defaults = task("Everything.defaults", type(int.class), arguments -> Everything.defaults()),
        reused = task("Everything.reused", type(int.class), arguments -> Everything.reused()),
        task = task("every-thing_1.0", type(long.class), arguments -> Everything.task((int) arguments[0]), parameter("x", type(int.class))),
        function = remote("remote", type(int.class), arguments -> Everything.function((int) arguments[0]), parameter("x", type(int.class)));

    private Everything_Catalog() {
        super("good.everything.Everything");
    }
}
