package good.nested;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import javax.annotation.processing.Generated;

/**
 * The functions of {@code Outer.Functions}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Outer_Functions_Catalog extends Catalog {
    /**
     * The only one.
     */
    public static final Outer_Functions_Catalog INSTANCE = new Outer_Functions_Catalog();

    final CatalogFunction add = remote("add", type(int.class), arguments -> Outer.Functions.add((int) arguments[0], (int) arguments[1]), parameter("x", type(int.class)), parameter("y", type(int.class)));

    private Outer_Functions_Catalog() {
        super("good.nested.Outer$Functions");
    }
}
