package good.nested;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import javax.annotation.processing.Generated;

/**
 * The functions of {@code Outer.Kind}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Outer_Kind_Catalog extends Catalog {
    /**
     * The only one.
     */
    public static final Outer_Kind_Catalog INSTANCE = new Outer_Kind_Catalog();

    final CatalogFunction text = remote("text", type(String.class), arguments -> Outer.Kind.text((Outer.Kind) arguments[0]), parameter("kind", type(Outer.Kind.class)));

    private Outer_Kind_Catalog() {
        super("good.nested.Outer$Kind");
    }
}
