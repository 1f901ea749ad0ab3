package io.eagleray.processor;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The default values of our annotations, from their classes. The compiler's own model of them is no help: javac hands out
 * unfinished values of an annotation that no source mentions.
 */
final class Defaults {
    private final Map<Class<? extends Annotation>, Map<String, Object>> known = new HashMap<>();

    /** The default of an attribute that is neither an array nor an annotation; empty where it is required. */
    <T> Optional<T> of(Class<? extends Annotation> annotation, String attribute, Class<T> type) {
        return Optional.ofNullable(
                        known.computeIfAbsent(annotation, Defaults::read).get(attribute))
                .map(type::cast);
    }

    private static Map<String, Object> read(Class<? extends Annotation> annotation) {
        Map<String, Object> defaults = new HashMap<>();
        for (Method attribute : annotation.getDeclaredMethods()) {
            Class<?> type = attribute.getReturnType();
            if (!type.isAnnotation() && !type.isArray() && attribute.getDefaultValue() != null) {
                defaults.put(attribute.getName(), attribute.getDefaultValue());
            }
        }
        return defaults;
    }
}
