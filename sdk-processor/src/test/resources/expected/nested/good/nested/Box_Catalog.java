package good.nested;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import javax.annotation.processing.Generated;

/**
 * The functions of {@code Box}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Box_Catalog extends Catalog {
    /**
     * The only one.
     */
    public static final Box_Catalog INSTANCE = new Box_Catalog();

    final CatalogFunction size = task("Box.size", type(int.class), arguments -> Box.size((int) arguments[0]), parameter("x", type(int.class)));

    private Box_Catalog() {
        super("good.nested.Box");
    }
}
