package good.squares;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
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

    final CatalogFunction squares = task("Squares.squares", type(List.class, type(Integer.class)), arguments -> Squares.squares((int) arguments[0]), parameter("n", type(int.class))),
        square = remote("square", type(int.class), arguments -> Squares.square((int) arguments[0]), parameter("x", type(int.class)));

    private Squares_Catalog() {
        super("good.squares.Squares");
    }
}
