package io.eagleray.processor;

import java.util.List;
import java.util.stream.Stream;

/**
 * A class that types mention.
 *
 * @param id its name
 * @param kind what it is
 * @param access who can name it
 * @param variables the names of its type variables
 * @param components the components of a record
 * @param constants the constants of an enum
 * @param permitted the permitted types of a sealed interface, in its own type variables
 */
record Definition(
        ClassId id,
        Kind kind,
        Access access,
        List<String> variables,
        List<Component> components,
        List<String> constants,
        List<TypeModel> permitted) {

    Definition {
        variables = List.copyOf(variables);
        components = List.copyOf(components);
        constants = List.copyOf(constants);
        permitted = List.copyOf(permitted);
    }

    /** What a class is. */
    enum Kind {
        RECORD,
        ENUM,
        SEALED,
        CLASS,
        INTERFACE
    }

    /** Who can name a class: the narrowest of it and the classes around it. */
    enum Access {
        PUBLIC,
        PACKAGE,
        PRIVATE
    }

    /**
     * A component of a record.
     *
     * @param name its name
     * @param type its type
     */
    record Component(String name, TypeModel type) {

        /** What its type is of the record. */
        String role() {
            return "component \"" + name + "\"";
        }
    }

    boolean accessibleFrom(String packageName) {
        return access == Access.PUBLIC
                || (access == Access.PACKAGE && id.packageName().equals(packageName));
    }

    /** The types it is made of, in its own type variables. */
    Stream<TypeModel> parts() {
        return Stream.concat(components.stream().map(Component::type), permitted.stream());
    }
}
