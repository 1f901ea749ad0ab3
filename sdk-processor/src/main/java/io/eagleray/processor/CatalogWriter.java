package io.eagleray.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.eagleray.processor.MethodModel.ParameterModel;
import javax.lang.model.element.Modifier;

/** Writes the class that lists the functions of another, with a lambda that calls each. */
final class CatalogWriter {
    private static final ClassName CATALOG = ClassName.get("io.eagleray.call", "Catalog");
    private static final ClassName FUNCTION = ClassName.get("io.eagleray.call", "CatalogFunction");

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
        Code code = new Code().text(kind + "(").string(name).text(", ");
        valueType(code, method.result());
        code.text(", arguments -> ");
        invoke(code, method);
        for (ParameterModel parameter : method.parameters()) {
            code.text(", parameter(\"" + parameter.name() + "\", ");
            valueType(code, parameter.type());
            code.text(")");
        }
        return FieldSpec.builder(FUNCTION, method.name(), Modifier.FINAL)
                .initializer(code.text(")").block())
                .build();
    }

    private void invoke(Code code, MethodModel method) {
        boolean isVoid = method.result().text().equals("void");
        code.text(isVoid ? "{\n    " : "").type(declaring).text("." + method.name() + "(");
        int index = 0;
        for (ParameterModel parameter : method.parameters()) {
            code.text(index == 0 ? "(" : ", (")
                    .type(TypeNames.of(parameter.type()))
                    .text(") arguments[" + index++ + "]");
        }
        code.text(isVoid ? ");\n    return null;\n}" : ")");
    }

    /** The expression that makes the type's {@code ValueType}. */
    private static void valueType(Code code, TypeModel type) {
        if (type instanceof TypeModel.Array array && !(array.element() instanceof TypeModel.Primitive)) {
            code.text("array(");
            valueType(code, array.element());
        } else if (type instanceof TypeModel.Named named) {
            code.text("type(").type(TypeNames.className(named.id())).text(".class");
            for (TypeModel argument : named.arguments()) {
                code.text(", ");
                valueType(code, argument);
            }
        } else {
            code.text("type(").type(TypeNames.boxedIfVoid(type)).text(".class");
        }
        code.text(")");
    }
}
