package io.eagleray.processor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A type as it stands in the source. */
sealed interface TypeModel {

    /** As Java writes it, without packages. */
    String text();

    /** The type with other types in place of its variables. */
    default TypeModel substitute(Map<String, TypeModel> variables) {
        return this;
    }

    /**
     * A primitive, or {@code void}.
     *
     * @param text its keyword
     */
    record Primitive(String text) implements TypeModel {}

    /**
     * An array.
     *
     * @param element the type of its elements
     */
    record Array(TypeModel element) implements TypeModel {
        @Override
        public String text() {
            return element.text() + "[]";
        }

        @Override
        public TypeModel substitute(Map<String, TypeModel> variables) {
            return new Array(element.substitute(variables));
        }
    }

    /**
     * A class with its type arguments.
     *
     * @param id the class
     * @param arguments its type arguments
     * @param raw whether it should have some and has none
     */
    record Named(ClassId id, List<TypeModel> arguments, boolean raw) implements TypeModel {
        public Named {
            arguments = List.copyOf(arguments);
        }

        // as in ClassId

        @Override
        public boolean equals(Object other) {
            return other instanceof Named named
                    && raw == named.raw
                    && id.equals(named.id)
                    && arguments.equals(named.arguments);
        }

        @Override
        public int hashCode() {
            return Objects.hash(id, arguments, raw);
        }

        @Override
        public String text() {
            return arguments.isEmpty()
                    ? id.text()
                    : id.text() + arguments.stream().map(TypeModel::text).collect(Collectors.joining(", ", "<", ">"));
        }

        @Override
        public TypeModel substitute(Map<String, TypeModel> variables) {
            return new Named(
                    id,
                    arguments.stream()
                            .map(argument -> argument.substitute(variables))
                            .toList(),
                    raw);
        }
    }

    /**
     * A type variable.
     *
     * @param text its name
     */
    record Variable(String text) implements TypeModel {
        @Override
        public TypeModel substitute(Map<String, TypeModel> variables) {
            return variables.getOrDefault(text, this);
        }
    }

    /**
     * A wildcard.
     *
     * @param text as written, such as {@code ? extends Number}
     */
    record Wildcard(String text) implements TypeModel {}

    /**
     * A type that the compiler does not know (yet).
     *
     * @param text as written
     */
    record Unknown(String text) implements TypeModel {}
}
