package io.eagleray.spec;

import java.util.List;
import java.util.Map;

/**
 * The typed interface of a function.
 *
 * @param inputs its parameters, in order
 * @param output the type of its result; {@code java.lang.Void} for a method that returns nothing
 * @param definitions the records, enums and sealed types that inputs and output mention, at any depth, by binary name
 */
public record Signature(List<Input> inputs, TypeSpec output, Map<String, TypeDefinition> definitions) {

    /** Copies list and map. */
    public Signature {
        inputs = List.copyOf(inputs);
        definitions = Sorted.copyOf(definitions);
    }

    /**
     * One parameter.
     *
     * @param name its name in the source
     * @param type its type
     */
    public record Input(String name, TypeSpec type) {}
}
