package good.nested;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The functions of {@code Outer.Hidden}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Outer_Hidden_Catalog extends Catalog {
    /**
     * The only one.
     */
    public static final Outer_Hidden_Catalog INSTANCE = new Outer_Hidden_Catalog();

    final CatalogFunction count = task("Hidden.count", type(int.class), arguments -> Outer.Hidden.count((List<Outer.Inner.Item>) arguments[0]), parameter("items", type(List.class, type(Outer.Inner.Item.class))));

    private Outer_Hidden_Catalog() {
        super("good.nested.Outer$Hidden");
    }
}
