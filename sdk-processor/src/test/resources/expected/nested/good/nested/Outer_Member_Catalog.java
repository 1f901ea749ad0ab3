package good.nested;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import javax.annotation.processing.Generated;

/**
 * The functions of {@code Outer.Member}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Outer_Member_Catalog extends Catalog {
    /**
     * The only one.
     */
    public static final Outer_Member_Catalog INSTANCE = new Outer_Member_Catalog();

    final CatalogFunction f = task("Member.f", type(int.class), arguments -> Outer.Member.f());

    private Outer_Member_Catalog() {
        super("good.nested.Outer$Member");
    }
}
