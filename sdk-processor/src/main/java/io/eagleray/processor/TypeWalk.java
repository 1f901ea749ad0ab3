package io.eagleray.processor;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Walks through the parts of types: type arguments, elements, components and permitted types, at any depth. */
final class TypeWalk {
    private final Definitions definitions;
    private final Set<ClassId> visited = new HashSet<>();

    TypeWalk(Definitions definitions) {
        this.definitions = definitions;
    }

    /** Whether the type is, or is made of, one that fits. */
    boolean reaches(TypeModel type, Predicate<TypeModel> fits) {
        return fits.test(type) || parts(type).anyMatch(part -> reaches(part, fits));
    }

    private Stream<TypeModel> parts(TypeModel type) {
        if (type instanceof TypeModel.Array array) {
            return Stream.of(array.element());
        }
        if (type instanceof TypeModel.Named named) {
            Stream<TypeModel> own = visited.add(named.id())
                    ? definitions.find(named.id()).stream().flatMap(Definition::parts)
                    : Stream.of();
            return Stream.concat(named.arguments().stream(), own);
        }
        return Stream.of();
    }
}
