package io.eagleray.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.eagleray.processor.MethodModel.ParameterModel;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the class that lists the functions of another, with a lambda that calls each. */
final class CatalogWriter {
    private static final ClassName CATALOG = ClassName.get("io.eagleray.call", "Catalog");
    private static final ClassName FUNCTION = ClassName.get("io.eagleray.call", "CatalogFunction");

    private final ClassModel model;
    private final ClassName self;

    /**
     * An entry of the catalog.
     *
     * @param kind the method of {@code Catalog} that makes it
     * @param name its name
     * @param method what it calls
     */
    private record Function(String kind, String name, MethodModel method) {}

    CatalogWriter(ClassModel model) {
        this.model = model;
        this.self = ClassName.get(model.id().packageName(), model.id().catalog());
    }

    /** Public, also where the class is not, so that a worker reaches it without tricks. */
    TypeSpec write() {
        TypeSpec.Builder catalog = TypeSpec.classBuilder(self)
                .alwaysQualify(model.id().names().get(0)) // no import may hide it: code names it as text
                .addJavadoc("The functions of {@code $L}.\n", model.id().text())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(CATALOG)
                .addField(FieldSpec.builder(self, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The only one.\n")
                        .initializer("new $T()", self)
                        .build());
        List<Function> functions = functions();
        if (!functions.isEmpty()) {
            catalog.addField(declaration(functions));
        }
        return catalog.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement("super($S)", model.id().binaryName())
                        .build())
                .build();
    }

    private List<Function> functions() {
        return Stream.concat(
                        model.tasks().stream()
                                .map(task -> new Function("task", Names.of(task, model.id()), task.method())),
                        model.remotes().stream()
                                .map(remote -> new Function("remote", Names.of(remote), remote.method())))
                .toList();
    }

    /** One declaration of them all: of each its own, printing and compiling costs much more. */
    private FieldSpec declaration(List<Function> functions) {
        Code code = new Code();
        String name = functions.get(0).method().name();
        for (Function function : functions) {
            MethodModel method = function.method();
            code.text(method.name().equals(name) ? "" : ",\n    " + method.name() + " = ");
            code.text(function.kind() + "(").string(function.name()).text(", ");
            valueType(code, method.result());
            code.text(", arguments -> ");
            invoke(code, method);
            for (ParameterModel parameter : method.parameters()) {
                code.text(", parameter(\"" + parameter.name() + "\", ");
                valueType(code, parameter.type());
                code.text(")");
            }
            code.text(")");
        }
        return FieldSpec.builder(FUNCTION, name, Modifier.FINAL)
                .initializer(code.block())
                .build();
    }

    private void invoke(Code code, MethodModel method) {
        boolean isVoid = method.result().text().equals("void");
        code.text(isVoid ? "{\n    " : "").text(model.id().text() + "." + method.name() + "(");
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
