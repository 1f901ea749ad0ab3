package io.eagleray.processor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * An annotated method.
 *
 * @param place the method
 * @param name its name
 * @param modifiers its modifiers
 * @param generic whether it has type variables
 * @param varargs whether it takes a variable number of arguments
 * @param parameters its parameters
 * @param result the type of its result
 * @param annotations its annotations of ours, by simple name
 * @param line the line it stands on; 0 where the compiler does not tell
 * @param quiet whether its warnings are suppressed
 */
record MethodModel(
        Place place,
        String name,
        Set<Modifier> modifiers,
        boolean generic,
        boolean varargs,
        List<ParameterModel> parameters,
        TypeModel result,
        Map<String, Place> annotations,
        int line,
        boolean quiet) {

    MethodModel {
        modifiers = Set.copyOf(modifiers);
        parameters = List.copyOf(parameters);
        annotations = Map.copyOf(annotations);
    }

    /**
     * A parameter.
     *
     * @param place the parameter
     * @param name its name
     * @param type its type
     */
    record ParameterModel(Place place, String name, TypeModel type) {}

    boolean isPublic() {
        return modifiers.contains(Modifier.PUBLIC);
    }

    /** The types of its parameters and its result. */
    Stream<TypeModel> types() {
        return Stream.concat(parameters.stream().map(ParameterModel::type), Stream.of(result));
    }
}
