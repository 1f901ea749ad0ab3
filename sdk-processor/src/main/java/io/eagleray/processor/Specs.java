package io.eagleray.processor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The specs of all rounds. No round waits for them, so they are made while the compiler reads what was generated, and
 * written in the last one.
 */
final class Specs {
    private final List<Begun> begun = new ArrayList<>();

    /** The spec of a class, without anything of the compiler's: that would outlive its round, at the cost of memory. */
    private record Begun(ClassId type, String qualifiedName, Ahead<GeneratedFile> file) {}

    void begin(TypeElement type, ClassModel model) {
        String name = type.getQualifiedName().toString();
        begun.add(new Begun(model.id(), name, Ahead.make(() -> new GeneratedFiles(model).spec())));
    }

    void write(Elements elements, Output output, Reporter reporter) {
        for (Begun spec : begun) {
            GeneratedFile file = spec.file().get();
            TypeElement type = elements.getTypeElement(spec.qualifiedName());
            try {
                output.resource(file, type);
            } catch (FilerException taken) {
                reporter.report(ClassRules.taken(Place.of(type), spec.type(), file.name()));
            } catch (IOException failure) {
                reporter.report(ClassRules.unwritable(Place.of(type), spec.type(), failure));
            }
        }
    }
}
