package io.eagleray.wire;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.Parameter;
import io.eagleray.call.ValueType;
import java.util.List;

/** A catalog as the processor generates it. */
public final class Greeter_Catalog extends Catalog {
    /** The one. */
    public static final Greeter_Catalog INSTANCE = new Greeter_Catalog();

    @SuppressWarnings("unchecked")
    final CatalogFunction greet = task(
            "Greeter.greet",
            ValueType.of(String.class),
            List.of(
                    Parameter.of("names", ValueType.of(List.class, ValueType.of(String.class))),
                    Parameter.of("times", ValueType.of(int.class))),
            arguments -> String.join(",", (List<String>) arguments[0]).repeat((int) arguments[1]));

    final CatalogFunction nothing = remote("nothing", ValueType.of(Void.class), List.of(), arguments -> null);

    private Greeter_Catalog() {
        super("io.eagleray.wire.Greeter");
    }
}
