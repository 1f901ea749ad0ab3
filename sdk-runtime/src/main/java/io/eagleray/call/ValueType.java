package io.eagleray.call;

import java.util.List;
import java.util.Objects;

/**
 * The type of a value that may cross, with its type arguments: what the codec needs to know.
 *
 * @param raw the class: a primitive, an array, a collection, a record …
 * @param arguments its type arguments in order; for an array the one type of its elements, also of primitives
 */
public record ValueType(Class<?> raw, List<ValueType> arguments) {

    /** Checks and copies. */
    public ValueType {
        Objects.requireNonNull(raw, "raw");
        arguments = List.copyOf(arguments);
    }

    /**
     * A class with its type arguments.
     *
     * @param raw the class
     * @param arguments its type arguments
     * @return the type
     */
    public static ValueType of(Class<?> raw, ValueType... arguments) {
        if (raw.isArray() && arguments.length == 0) {
            return array(of(raw.getComponentType()));
        }
        return new ValueType(raw, List.of(arguments));
    }

    /**
     * An array.
     *
     * @param element the type of its elements
     * @return the type
     */
    public static ValueType array(ValueType element) {
        return new ValueType(element.raw().arrayType(), List.of(element));
    }

    /** The type as Java writes it. */
    @Override
    public String toString() {
        if (raw.isArray()) {
            return arguments.get(0) + "[]";
        }
        return arguments.isEmpty()
                ? raw.getTypeName()
                : raw.getTypeName()
                        + arguments.stream()
                                .map(ValueType::toString)
                                .collect(java.util.stream.Collectors.joining(", ", "<", ">"));
    }
}
