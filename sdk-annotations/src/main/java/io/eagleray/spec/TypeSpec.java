package io.eagleray.spec;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type as it stands in a signature.
 *
 * @param name the binary name of a class, the name of a primitive, {@code []} for an array (its one argument is the
 *     element type), or the name of a type variable of the definition around it
 * @param arguments its type arguments, in order
 */
public record TypeSpec(String name, List<TypeSpec> arguments) {

    /** The name of array types. */
    public static final String ARRAY = "[]";

    /** Copies the list. */
    public TypeSpec {
        arguments = List.copyOf(arguments);
    }

    /**
     * A type without arguments.
     *
     * @param name its name
     * @return the type
     */
    public static TypeSpec of(String name) {
        return new TypeSpec(name, List.of());
    }

    /** The type as Java writes it, with binary names. */
    @Override
    public String toString() {
        if (name.equals(ARRAY)) {
            return arguments.get(0) + ARRAY;
        }
        return arguments.isEmpty()
                ? name
                : name + arguments.stream().map(TypeSpec::toString).collect(Collectors.joining(", ", "<", ">"));
    }
}
