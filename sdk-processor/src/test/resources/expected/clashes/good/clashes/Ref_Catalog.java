package good.clashes;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import javax.annotation.processing.Generated;

/**
 * The functions of {@code Ref}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Ref_Catalog extends Catalog {
    /**
     * The only one.
     */
    public static final Ref_Catalog INSTANCE = new Ref_Catalog();

    final CatalogFunction next = remote("next", type(Ref.class), arguments -> Ref.next((Ref) arguments[0]), parameter("ref", type(Ref.class)));

    private Ref_Catalog() {
        super("good.clashes.Ref");
    }
}
