package good.clashes;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.call.ValueType;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The functions of {@code Clashes}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Clashes_Catalog extends Catalog {
    /**
     * The only one.
     */
    public static final Clashes_Catalog INSTANCE = new Clashes_Catalog();

    final CatalogFunction task = task("Clashes.task", ValueType.of(Clashes.TaskCall.class), List.of(Parameter.of("calls", ValueType.of(Clashes.List.class, ValueType.of(Clashes.TaskCall.class))), Parameter.of("names", ValueType.of(List.class, ValueType.of(String.class)))), arguments -> Clashes.task((Clashes.List<Clashes.TaskCall>) arguments[0], (List<String>) arguments[1]));

    final CatalogFunction arguments = remote("arguments", ValueType.of(int.class), List.of(Parameter.of("arguments", ValueType.of(int.class))), arguments -> Clashes.arguments((int) arguments[0]));

    final CatalogFunction className = remote("className", ValueType.of(String.class), List.of(Parameter.of("task", ValueType.of(String.class)), Parameter.of("remote", ValueType.of(String.class))), arguments -> Clashes.className((String) arguments[0], (String) arguments[1]));

    final CatalogFunction find = remote("find", ValueType.of(int.class), List.of(Parameter.of("find", ValueType.of(int.class))), arguments -> Clashes.find((int) arguments[0]));

    private Clashes_Catalog() {
        super("good.clashes.Clashes");
    }
}
