package io.eagleray.wire;

import io.eagleray.spec.Signature;
import io.eagleray.spec.TypeDefinition;
import io.eagleray.spec.TypeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the named types of a signature consist of where they are used: their type variables stand for the arguments there.
 *
 * @param definitions by binary name
 */
public record SignatureTypes(Map<String, TypeDefinition> definitions) {

    /** Copies the map. */
    public SignatureTypes {
        definitions = Map.copyOf(definitions);
    }

    /**
     * What a type is.
     *
     * @param type the type
     * @return its definition; empty where it is no record, enum or sealed interface of the signature
     */
    public Optional<TypeDefinition> definition(TypeSpec type) {
        return Optional.ofNullable(definitions.get(type.name()));
    }

    /**
     * The components of a record.
     *
     * @param type the type of the record
     * @param definition its definition
     * @return their types by their names, in order
     */
    public static Map<String, TypeSpec> components(TypeSpec type, TypeDefinition definition) {
        Map<String, TypeSpec> components = new LinkedHashMap<>();
        for (Signature.Input component : definition.components()) {
            components.put(component.name(), bound(component.type(), definition, type));
        }
        return components;
    }

    /**
     * What a value of a sealed interface may be.
     *
     * @param type the type of the interface
     * @param definition its definition
     * @return the types that are not sealed themselves, by the names that {@link Json} gives them
     */
    public Map<String, TypeSpec> leaves(TypeSpec type, TypeDefinition definition) {
        List<TypeSpec> leaves = new ArrayList<>();
        collect(type, definition, leaves);
        Function<TypeSpec, String> naming = naming(leaves);
        Map<String, TypeSpec> named = new LinkedHashMap<>();
        leaves.forEach(leaf -> named.put(naming.apply(leaf), leaf));
        return named;
    }

    private void collect(TypeSpec sealed, TypeDefinition definition, List<TypeSpec> leaves) {
        for (TypeSpec permitted : definition.permitted()) {
            TypeSpec leaf = bound(permitted, definition, sealed);
            TypeDefinition inner = definitions.get(leaf.name());
            if (inner != null && inner.kind() == TypeDefinition.Kind.SEALED) {
                collect(leaf, inner, leaves);
            } else if (!leaves.contains(leaf)) {
                leaves.add(leaf);
            }
        }
    }

    /** The shortest names that tell them apart. */
    private static Function<TypeSpec, String> naming(List<TypeSpec> leaves) {
        for (Function<TypeSpec, String> naming :
                List.<Function<TypeSpec, String>>of(leaf -> simpleName(leaf.name()), leaf -> nestedName(leaf.name()))) {
            if (leaves.stream().map(naming).distinct().count() == leaves.size()) {
                return naming;
            }
        }
        return TypeSpec::name;
    }

    /**
     * The name of a class as it stands where it is declared.
     *
     * @param binaryName its binary name
     * @return what comes after the last dot or dollar
     */
    public static String simpleName(String binaryName) {
        return binaryName.substring(Math.max(binaryName.lastIndexOf('.'), binaryName.lastIndexOf('$')) + 1);
    }

    private static String nestedName(String binaryName) {
        return binaryName.substring(binaryName.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** A type of a definition, with the arguments of its use in the place of its type variables. */
    private static TypeSpec bound(TypeSpec type, TypeDefinition definition, TypeSpec use) {
        int variable = definition.variables().indexOf(type.name());
        if (variable >= 0) {
            return use.arguments().get(variable);
        }
        return new TypeSpec(
                type.name(),
                type.arguments().stream()
                        .map(argument -> bound(argument, definition, use))
                        .toList());
    }
}
