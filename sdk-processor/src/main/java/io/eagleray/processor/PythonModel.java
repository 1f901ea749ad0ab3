package io.eagleray.processor;

import java.util.List;

/**
 * A type with {@code @PythonModule}.
 *
 * @param id its name
 * @param place the type
 * @param annotation the annotation
 * @param isInterface whether it is an interface
 * @param module the name of the Python module
 * @param methods its methods that are to be Python functions
 * @param definitions the classes that their types mention, at any depth
 */
record PythonModel(
        ClassId id,
        Place place,
        Place annotation,
        boolean isInterface,
        Setting<String> module,
        List<MethodModel> methods,
        Definitions definitions) {

    PythonModel {
        methods = List.copyOf(methods);
    }
}
