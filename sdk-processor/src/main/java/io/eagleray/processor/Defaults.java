package io.eagleray.processor;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/**
 * The default values of our annotations, from their classes. The compiler's own model of them is no help: javac hands out
 * unfinished values of an annotation that no source mentions.
 */
final class Defaults {
    private final Map<Class<? extends Annotation>, Map<String, Object>> known = new HashMap<>();

    /** The defaults of those attributes that are neither arrays nor annotations, by name. */
    Map<String, Object> of(Class<? extends Annotation> annotation) {
        return known.computeIfAbsent(annotation, Defaults::read);
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
