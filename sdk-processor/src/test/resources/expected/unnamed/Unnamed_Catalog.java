import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.call.ValueType;
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

    final CatalogFunction items = task("Unnamed.items", ValueType.of(List.class, ValueType.of(Unnamed.Item.class)), List.of(Parameter.of("name", ValueType.of(String.class))), arguments -> Unnamed.items((String) arguments[0]));

    final CatalogFunction item = remote("item", ValueType.of(Unnamed.Item.class), List.of(Parameter.of("name", ValueType.of(String.class))), arguments -> Unnamed.item((String) arguments[0]));

    private Unnamed_Catalog() {
        super("Unnamed");
    }
}
