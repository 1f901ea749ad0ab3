package io.eagleray.cli;

import io.eagleray.spec.Signature;
import io.eagleray.spec.TypeSpec;
import java.util.stream.Collectors;

/** Types without their packages, for people. */
final class TypeNames {
    private TypeNames() {}

    /** What a task takes and gives: {@code (int n): List<Integer>}. */
    static String of(Signature signature) {
        return signature.inputs().stream()
                        .map(input -> of(input.type()) + " " + input.name())
                        .collect(Collectors.joining(", ", "(", ")"))
                + ": " + of(signature.output());
    }

    static String of(TypeSpec type) {
        if (type.name().equals(TypeSpec.ARRAY)) {
            return of(type.arguments().get(0)) + TypeSpec.ARRAY;
        }
        if (type.name().equals(Void.class.getName())) {
            return "void";
        }
        String simple = type.name().substring(type.name().lastIndexOf('.') + 1).replace('$', '.');
        return type.arguments().isEmpty()
                ? simple
                : simple + type.arguments().stream().map(TypeNames::of).collect(Collectors.joining(", ", "<", ">"));
    }
}
