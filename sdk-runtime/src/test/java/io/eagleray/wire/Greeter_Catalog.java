package io.eagleray.wire;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import java.util.List;

/** A catalog as the processor generates it. */
public final class Greeter_Catalog extends Catalog {
    /** The one. */
    public static final Greeter_Catalog INSTANCE = new Greeter_Catalog();

    @SuppressWarnings("unchecked")
    final CatalogFunction greet = task(
            "Greeter.greet",
            type(String.class),
            arguments -> String.join(",", (List<String>) arguments[0]).repeat((int) arguments[1]),
            parameter("names", type(List.class, type(String.class))),
            parameter("times", type(int.class)));

    final CatalogFunction nothing = remote("nothing", type(Void.class), arguments -> null);

    private Greeter_Catalog() {
        super("io.eagleray.wire.Greeter");
    }
}
