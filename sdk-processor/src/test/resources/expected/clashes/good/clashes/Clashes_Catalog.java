package good.clashes;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
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

    final CatalogFunction task = task("Clashes.task", type(Clashes.TaskCall.class), arguments -> Clashes.task((Clashes.List<Clashes.TaskCall>) arguments[0], (List<String>) arguments[1]), parameter("calls", type(Clashes.List.class, type(Clashes.TaskCall.class))), parameter("names", type(List.class, type(String.class)))),
        arguments = remote("arguments", type(int.class), arguments -> Clashes.arguments((int) arguments[0]), parameter("arguments", type(int.class))),
        className = remote("className", type(String.class), arguments -> Clashes.className((String) arguments[0], (String) arguments[1]), parameter("task", type(String.class)), parameter("remote", type(String.class))),
        find = remote("find", type(int.class), arguments -> Clashes.find((int) arguments[0]), parameter("find", type(int.class)));

    private Clashes_Catalog() {
        super("good.clashes.Clashes");
    }
}
