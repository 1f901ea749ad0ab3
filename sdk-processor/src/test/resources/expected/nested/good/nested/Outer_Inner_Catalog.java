package good.nested;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.call.ValueType;
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

    final CatalogFunction count = task("Inner.count", ValueType.of(int.class), List.of(Parameter.of("items", ValueType.of(List.class, ValueType.of(Outer.Inner.Item.class)))), arguments -> Outer.Inner.count((List<Outer.Inner.Item>) arguments[0]));

    final CatalogFunction name = remote("name", ValueType.of(String.class), List.of(Parameter.of("item", ValueType.of(Outer.Inner.Item.class))), arguments -> Outer.Inner.name((Outer.Inner.Item) arguments[0]));

    private Outer_Inner_Catalog() {
        super("good.nested.Outer$Inner");
    }
}
