package io.eagleray.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationValue;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/** Shows problems to the user, through the compiler. */
final class Reporter {
    private final Messager messager;
    private final boolean findsItems;

    Reporter(Messager messager) {
        this.messager = messager;
        // ecj does not find an item of an array in its annotation, but the whole array
        this.findsItems = !messager.getClass().getName().startsWith("org.eclipse.");
    }

    void report(Problem problem) {
        Place place = problem.place();
        Kind kind = problem.fatal() ? Kind.ERROR : Kind.WARNING;
        @Nullable AnnotationValue value = findsItems ? place.value() : place.attribute();
        messager.printMessage(kind, problem.message(), place.element(), place.annotation(), value);
    }
}
