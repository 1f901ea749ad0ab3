package io.eagleray.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a problem is shown: a class, method or parameter, an annotation on it, or a value in that. The model carries places
 * around; only {@link Reporter} looks inside.
 */
final class Place {
    private final @Nullable Place around;
    private final Element element;
    private final @Nullable AnnotationMirror annotation;
    private final @Nullable AnnotationValue attribute;
    private final @Nullable AnnotationValue value;

    private Place(
            @Nullable Place around,
            Element element,
            @Nullable AnnotationMirror annotation,
            @Nullable AnnotationValue attribute,
            @Nullable AnnotationValue value) {
        this.around = around;
        this.element = element;
        this.annotation = annotation;
        this.attribute = attribute;
        this.value = value;
    }

    static Place of(Element element) {
        return new Place(null, element, null, null, null);
    }

    /** A parameter of the method. */
    Place parameter(Element parameter) {
        return new Place(this, parameter, null, null, null);
    }

    /** An annotation on the same element, at any depth. */
    Place annotation(AnnotationMirror mirror) {
        return new Place(around, element, mirror, null, null);
    }

    /** The value of an attribute of the annotation. */
    Place attribute(AnnotationValue whole) {
        return new Place(around, element, annotation, whole, whole);
    }

    /** One item of the attribute's array. */
    Place item(AnnotationValue part) {
        return new Place(around, element, annotation, attribute, part);
    }

    /** The method around a parameter; else the place itself. */
    Place method() {
        return around == null ? this : around;
    }

    Element element() {
        return element;
    }

    @Nullable
    AnnotationMirror annotation() {
        return annotation;
    }

    @Nullable
    AnnotationValue attribute() {
        return attribute;
    }

    @Nullable
    AnnotationValue value() {
        return value;
    }
}
