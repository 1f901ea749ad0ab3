package io.eagleray.spec;

import java.util.List;

/**
 * What a named type consists of.
 *
 * @param kind record, enum or sealed
 * @param variables the names of its type variables, in order
 * @param components the components of a record, in order; otherwise empty
 * @param constants the constants of an enum, in order; otherwise empty
 * @param permitted the permitted types of a sealed type, in order; otherwise empty
 */
public record TypeDefinition(
        Kind kind,
        List<String> variables,
        List<Signature.Input> components,
        List<String> constants,
        List<TypeSpec> permitted) {

    /** Copies the lists. */
    public TypeDefinition {
        variables = List.copyOf(variables);
        components = List.copyOf(components);
        constants = List.copyOf(constants);
        permitted = List.copyOf(permitted);
    }

    /** The kinds of named types. */
    public enum Kind {
        /** A record: its components in order. */
        RECORD,
        /** An enum: its constants in order. */
        ENUM,
        /** A sealed interface: one of its permitted types. */
        SEALED
    }
}
