import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The functions of {@code Unnamed}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Unnamed_Catalog extends Catalog {
    /**
     * The only one.
     */
    public static final Unnamed_Catalog INSTANCE = new Unnamed_Catalog();

    final CatalogFunction items = task("Unnamed.items", type(List.class, type(Unnamed.Item.class)), arguments -> Unnamed.items((String) arguments[0]), parameter("name", type(String.class))),
        item = remote("item", type(Unnamed.Item.class), arguments -> Unnamed.item((String) arguments[0]), parameter("name", type(String.class)));

    private Unnamed_Catalog() {
        super("Unnamed");
    }
}
