package io.eagleray.processor;

import java.util.Map;
import java.util.Optional;

/**
 * The classes that types mention, at any depth, but for those of {@link CrossingTypes}.
 *
 * @param byBinaryName the classes
 * @param complete whether the compiler knows all types that were read
 */
record Definitions(Map<String, Definition> byBinaryName, boolean complete) {

    Definitions {
        byBinaryName = Map.copyOf(byBinaryName);
    }

    Optional<Definition> find(ClassId id) {
        return Optional.ofNullable(byBinaryName.get(id.binaryName()));
    }

    /** A class that is not one of {@link CrossingTypes}. */
    Definition of(ClassId id) {
        return find(id).orElseThrow(() -> new IllegalStateException(id.binaryName() + " was not read"));
    }
}
