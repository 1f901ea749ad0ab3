package good.squares;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.call.ValueType;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The functions of {@code Squares}.
 */
@Generated("io.eagleray.processor.TaskProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "deprecation", "exports", "removal", "unchecked"})
public final class Squares_Catalog extends Catalog {
    /**
     * The only one.
     */
    public static final Squares_Catalog INSTANCE = new Squares_Catalog();

    final CatalogFunction squares = task("Squares.squares", ValueType.of(List.class, ValueType.of(Integer.class)), List.of(Parameter.of("n", ValueType.of(int.class))), arguments -> Squares.squares((int) arguments[0]));

    final CatalogFunction square = remote("square", ValueType.of(int.class), List.of(Parameter.of("x", ValueType.of(int.class))), arguments -> Squares.square((int) arguments[0]));

    private Squares_Catalog() {
        super("good.squares.Squares");
    }
}
