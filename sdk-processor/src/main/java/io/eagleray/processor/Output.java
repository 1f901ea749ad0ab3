package io.eagleray.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** Writes the files of one class, each with the class as its only origin. */
final class Output {
    private static final AnnotationSpec GENERATED = AnnotationSpec.builder(
                    ClassName.get("javax.annotation.processing", "Generated"))
            .addMember("value", "$S", TaskProcessor.class.getName())
            .build();
    /** ecj understands "all", javac only the others. */
    private static final AnnotationSpec QUIET = AnnotationSpec.builder(SuppressWarnings.class)
            .addMember(
                    "value", "{\"all\", \"auxiliaryclass\", \"deprecation\", \"exports\", \"removal\", \"unchecked\"}")
            .build();

    private final Filer filer;
    private final JsonWriter json = new JsonWriter();

    Output(Filer filer) {
        this.filer = filer;
    }

    /** Companion and catalog. */
    void sources(ClassModel model, Element origin) throws IOException {
        for (TypeSpec type : List.of(new CompanionWriter(model).write(), new CatalogWriter(model).write())) {
            TypeSpec.Builder whole = type.toBuilder();
            if (model.surroundings().generated()) {
                whole.addAnnotation(GENERATED);
            }
            // users compile with all warnings; theirs are about their own code
            write(
                    JavaFile.builder(
                                    model.id().packageName(),
                                    whole.addAnnotation(QUIET).build())
                            .indent("    ")
                            .skipJavaLangImports(true)
                            .build(),
                    origin);
        }
    }

    /** As one text: piece by piece it takes longer. */
    private void write(JavaFile file, Element origin) throws IOException {
        String text = file.toString();
        String prefix = file.packageName().isEmpty() ? "" : file.packageName() + ".";
        try (Writer target =
                filer.createSourceFile(prefix + file.typeSpec().name(), origin).openWriter()) {
            target.write(text);
        }
    }

    void spec(ClassModel model, Element origin) throws IOException {
        String name = "META-INF/eagleray/" + model.id().binaryName() + ".json";
        // no writer: its encoding would be that of the sources
        try (OutputStream target = filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, origin)
                .openOutputStream()) {
            json.write(new SpecWriter(model).write(), target);
        }
    }
}
