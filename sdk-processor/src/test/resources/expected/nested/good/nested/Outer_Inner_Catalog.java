package good.nested;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The functions of {@code Outer.Inner}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Outer_Inner_Catalog extends Catalog {
    /**
     * The only one.
     */
    public static final Outer_Inner_Catalog INSTANCE = new Outer_Inner_Catalog();

    final CatalogFunction count = task("Inner.count", type(int.class), arguments -> Outer.Inner.count((List<Outer.Inner.Item>) arguments[0]), parameter("items", type(List.class, type(Outer.Inner.Item.class)))),
        name = remote("name", type(String.class), arguments -> Outer.Inner.name((Outer.Inner.Item) arguments[0]), parameter("item", type(Outer.Inner.Item.class)));

    private Outer_Inner_Catalog() {
        super("good.nested.Outer$Inner");
    }
}
