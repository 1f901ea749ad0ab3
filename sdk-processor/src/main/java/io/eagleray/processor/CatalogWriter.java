package io.eagleray.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the class that lists the functions of another, with a lambda that calls each. */
final class CatalogWriter {
    private static final ClassName CATALOG = ClassName.get("io.eagleray.call", "Catalog");
    private static final ClassName FUNCTION = ClassName.get("io.eagleray.call", "CatalogFunction");
    private static final ClassName PARAMETER = ClassName.get("io.eagleray.call", "Parameter");

    private final ClassModel model;
    private final ClassName declaring;
    private final ClassName self;

    CatalogWriter(ClassModel model) {
        this.model = model;
        this.declaring = TypeNames.className(model.id());
        this.self = ClassName.get(model.id().packageName(), model.id().catalog());
    }

    /** Public, also where the class is not, so that a worker reaches it without tricks. */
    TypeSpec write() {
        TypeSpec.Builder catalog = TypeSpec.classBuilder(self)
                .addJavadoc("The functions of {@code $L}.\n", model.id().text())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(CATALOG)
                .addField(FieldSpec.builder(self, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The only one.\n")
                        .initializer("new $T()", self)
                        .build());
        model.tasks().forEach(task -> catalog.addField(function("task", Names.of(task, model.id()), task.method())));
        model.remotes().forEach(remote -> catalog.addField(function("remote", Names.of(remote), remote.method())));
        return catalog.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement("super($S)", model.id().binaryName())
                        .build())
                .build();
    }

    private FieldSpec function(String kind, String name, MethodModel method) {
        List<CodeBlock> parameters = method.parameters().stream()
                .map(each -> CodeBlock.of("$T.of($S, $L)", PARAMETER, each.name(), TypeNames.valueType(each.type())))
                .toList();
        return FieldSpec.builder(FUNCTION, method.name(), Modifier.FINAL)
                .initializer(
                        "$L($S, $L, $T.of($L), arguments -> $L)",
                        kind,
                        name,
                        TypeNames.valueType(method.result()),
                        List.class,
                        CodeBlock.join(parameters, ", "),
                        invoker(method))
                .build();
    }

    private CodeBlock invoker(MethodModel method) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (MethodModel.ParameterModel parameter : method.parameters()) {
            arguments.add(CodeBlock.of("($T) arguments[$L]", TypeNames.of(parameter.type()), arguments.size()));
        }
        CodeBlock call = CodeBlock.of("$T.$N($L)", declaring, method.name(), CodeBlock.join(arguments, ", "));
        return method.result().text().equals("void") ? CodeBlock.of("{\n$>$L;\nreturn null;\n$<}", call) : call;
    }
}
