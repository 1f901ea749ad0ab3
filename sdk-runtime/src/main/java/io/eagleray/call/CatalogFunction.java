package io.eagleray.call;

import java.util.List;
import java.util.Objects;

/**
 * A function of a catalog: what it takes and gives, and how it is called.
 *
 * @param catalog the catalog it belongs to
 * @param kind task or remote function
 * @param name its name: of a task unique in an application, of a remote function in its class
 * @param result the type of its result; {@code Void} for a method that returns nothing
 * @param parameters its parameters, in order
 * @param invoker calls the method
 */
public record CatalogFunction(
        Catalog catalog, Kind kind, String name, ValueType result, List<Parameter> parameters, Invoker invoker) {

    /** Copies the list. */
    public CatalogFunction {
        parameters = List.copyOf(parameters);
    }

    /** The kinds of functions. */
    public enum Kind {
        /** A method with {@code @Task}. */
        TASK,
        /** A method with {@code @Remote}. */
        REMOTE
    }

    /** There is one function of a kind and name in a catalog. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof CatalogFunction that
                        && catalog.equals(that.catalog)
                        && kind == that.kind
                        && name.equals(that.name));
    }

    @Override
    public int hashCode() {
        return Objects.hash(catalog, kind, name);
    }

    /** The class and name of the function, without its arguments. */
    @Override
    public String toString() {
        return catalog.className() + "#" + name;
    }
}
