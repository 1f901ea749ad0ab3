package io.eagleray.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.List;

/** The files of one class. */
final class GeneratedFiles {
    private static final AnnotationSpec GENERATED = AnnotationSpec.builder(
                    ClassName.get("javax.annotation.processing", "Generated"))
            .addMember("value", "$S", TaskProcessor.class.getName())
            .build();
    /** ecj understands "all", javac only the others. */
    private static final AnnotationSpec QUIET = AnnotationSpec.builder(SuppressWarnings.class)
            .addMember(
                    "value", "{\"all\", \"auxiliaryclass\", \"deprecation\", \"exports\", \"removal\", \"unchecked\"}")
            .build();

    private final ClassModel model;

    GeneratedFiles(ClassModel model) {
        this.model = model;
    }

    /** Companion and catalog. */
    List<GeneratedFile> sources() {
        return List.of(source(new CompanionWriter(model).write()), source(new CatalogWriter(model).write()));
    }

    private GeneratedFile source(TypeSpec type) {
        TypeSpec.Builder whole = type.toBuilder();
        if (model.surroundings().generated()) {
            whole.addAnnotation(GENERATED);
        }
        // users compile with all warnings; theirs are about their own code
        JavaFile file = JavaFile.builder(
                        model.id().packageName(), whole.addAnnotation(QUIET).build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
        return new GeneratedFile(model.id().qualified(type.name()), file.toString());
    }

    GeneratedFile spec() {
        return new GeneratedFile(
                "META-INF/eagleray/" + model.id().binaryName() + ".json",
                new JsonWriter().write(new SpecWriter(model).write()));
    }
}
