package good.nested;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.call.ValueType;
import java.util.List;
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

    final CatalogFunction add = remote("add", ValueType.of(int.class), List.of(Parameter.of("x", ValueType.of(int.class)), Parameter.of("y", ValueType.of(int.class))), arguments -> Outer.Functions.add((int) arguments[0], (int) arguments[1]));

    private Outer_Functions_Catalog() {
        super("good.nested.Outer$Functions");
    }
}
