package io.eagleray.processor;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one annotation, each with its place. A value that the compiler itself refuses makes it unreadable.
 * Every method has dozens of attributes, and compilers live for seconds: loops, no streams.
 */
final class Attributes {
    private final Source source;
    private final Place place;
    private final Map<String, AnnotationValue> written;
    private final Map<String, Object> defaults;

    private Attributes(Source source, Place place, Map<String, AnnotationValue> written, Map<String, Object> defaults) {
        this.source = source;
        this.place = place;
        this.written = written;
        this.defaults = defaults;
    }

    /** What the annotations of one method share. */
    static final class Source {
        private final Place method;
        private final Map<String, AnnotationMirror> annotations;
        private final Defaults defaults;
        private boolean readable = true;

        /**
         * Annotations of one method.
         *
         * @param method the method
         * @param annotations its annotations of ours, by simple name
         */
        Source(Place method, Map<String, AnnotationMirror> annotations, Defaults defaults) {
            this.method = method;
            this.annotations = annotations;
            this.defaults = defaults;
        }

        /** Whether every value that was asked for could be read. */
        boolean readable() {
            return readable;
        }

        Optional<Attributes> find(Class<? extends Annotation> type) {
            return Optional.ofNullable(annotations.get(type.getSimpleName())).map(mirror -> of(mirror, type));
        }

        private Attributes of(AnnotationMirror mirror, Class<? extends Annotation> type) {
            Map<String, AnnotationValue> written = new HashMap<>();
            mirror.getElementValues()
                    .forEach((attribute, value) ->
                            written.put(attribute.getSimpleName().toString(), value));
            return of(written, type, method.annotation(mirror));
        }

        private Attributes of(Map<String, AnnotationValue> written, Class<? extends Annotation> type, Place place) {
            return new Attributes(this, place, written, defaults.of(type));
        }
    }

    Place place() {
        return place;
    }

    Setting<String> text(String name) {
        return scalar(name, String.class, "");
    }

    Setting<Integer> number(String name) {
        return scalar(name, Integer.class, 0);
    }

    Setting<Double> decimal(String name) {
        return scalar(name, Double.class, 0.0);
    }

    Setting<Boolean> flag(String name) {
        return scalar(name, Boolean.class, false);
    }

    /** The name of an enum's constant. */
    <E extends Enum<E>> Setting<String> constant(String name, Class<E> constants) {
        @Nullable VariableElement constant = written(name, VariableElement.class);
        if (constant != null) {
            return setting(name, constant.getSimpleName().toString());
        }
        @Nullable E initial = constants.cast(defaults.get(name));
        return setting(name, initial == null ? "" : initial.name());
    }

    Setting<Attributes> annotation(String name, Class<? extends Annotation> nested) {
        @Nullable AnnotationMirror mirror = written(name, AnnotationMirror.class);
        return setting(name, mirror == null ? source.of(Map.of(), nested, place) : source.of(mirror, nested));
    }

    List<Attributes> annotations(String name, Class<? extends Annotation> nested) {
        List<Attributes> annotations = new ArrayList<>();
        for (AnnotationValue item : items(name)) {
            @Nullable AnnotationMirror mirror = cast(item, AnnotationMirror.class);
            if (mirror != null) {
                annotations.add(source.of(mirror, nested));
            }
        }
        return annotations;
    }

    List<Setting<String>> texts(String name) {
        List<Setting<String>> texts = new ArrayList<>();
        for (AnnotationValue item : items(name)) {
            @Nullable String text = cast(item, String.class);
            if (text != null) {
                texts.add(item(name, item, text));
            }
        }
        return texts;
    }

    /** Binary names of classes. */
    List<Setting<String>> classes(String name) {
        List<Setting<String>> names = new ArrayList<>();
        for (AnnotationValue item : items(name)) {
            @Nullable DeclaredType declared = cast(item, DeclaredType.class);
            if (declared != null) {
                ClassId id = ClassIds.of((TypeElement) declared.asElement());
                names.add(item(name, item, id.binaryName()));
            }
        }
        return names;
    }

    private Setting<String> item(String name, AnnotationValue item, String text) {
        return new Setting<>(text, true, placeOf(name).item(item));
    }

    private <T> Setting<T> setting(String name, T value) {
        return new Setting<>(value, written.containsKey(name), placeOf(name));
    }

    private Place placeOf(String name) {
        @Nullable AnnotationValue value = written.get(name);
        return value == null ? place : place.attribute(value);
    }

    private <T> Setting<T> scalar(String name, Class<T> scalar, T required) {
        @Nullable AnnotationValue value = written.get(name);
        @Nullable T read = value == null ? null : cast(value, scalar);
        if (read == null) {
            read = scalar.cast(defaults.getOrDefault(name, required));
        }
        return new Setting<>(read, value != null, value == null ? place : place.attribute(value));
    }

    private <T> @Nullable T written(String name, Class<T> content) {
        @Nullable AnnotationValue value = written.get(name);
        return value == null ? null : cast(value, content);
    }

    private List<? extends AnnotationValue> items(String name) {
        @SuppressWarnings("unchecked") // the language model promises it for arrays
        @Nullable
        List<? extends AnnotationValue> values = written(name, List.class);
        return values == null ? List.of() : values;
    }

    private <T> @Nullable T cast(AnnotationValue value, Class<T> content) {
        Object read = value.getValue();
        // javac says "<error>" for whatever it could not make sense of
        if (content.isInstance(read) && !read.equals("<error>")) {
            return content.cast(read);
        }
        source.readable = false;
        return null;
    }
}
