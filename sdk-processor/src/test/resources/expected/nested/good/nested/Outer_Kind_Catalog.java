package good.nested;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.call.ValueType;
import java.util.List;
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

    final CatalogFunction text = remote("text", ValueType.of(String.class), List.of(Parameter.of("kind", ValueType.of(Outer.Kind.class))), arguments -> Outer.Kind.text((Outer.Kind) arguments[0]));

    private Outer_Kind_Catalog() {
        super("good.nested.Outer$Kind");
    }
}
