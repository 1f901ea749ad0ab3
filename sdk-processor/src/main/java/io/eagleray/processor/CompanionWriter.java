package io.eagleray.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.eagleray.processor.MethodModel.ParameterModel;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the class in which the functions of another are called, typed. */
final class CompanionWriter {
    private static final ClassName TASK_HANDLE = ClassName.get("io.eagleray.call", "TaskHandle");
    private static final ClassName TASK_CALL = ClassName.get("io.eagleray.call", "TaskCall");
    private static final ClassName REMOTE_CALL = ClassName.get("io.eagleray.call", "RemoteCall");
    private static final ClassName REF = ClassName.get("io.eagleray.call", "Ref");
    private static final ArrayTypeName ARGUMENTS = ArrayTypeName.of(ClassName.OBJECT);

    private final ClassModel model;
    private final boolean isPublic;
    private final String declaring;
    private final String catalog;

    CompanionWriter(ClassModel model) {
        this.model = model;
        this.isPublic = model.access() == Definition.Access.PUBLIC;
        this.declaring = model.id().text();
        this.catalog = model.id().catalog();
    }

    TypeSpec write() {
        TypeSpec.Builder companion = TypeSpec.classBuilder(model.id().companion())
                // no import may hide them: code names them as text
                .alwaysQualify(model.id().names().get(0), catalog)
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (isPublic) {
            companion
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("Typed calls of the tasks and remote functions of {@link $L}.\n", declaring);
        }
        for (TaskModel task : model.tasks()) {
            companion.addField(handle(task.method())).addMethod(call(task.method()));
        }
        for (RemoteModel remote : model.remotes()) {
            companion.addMethod(remoteCall(remote.method(), false));
            if (!remote.method().parameters().isEmpty()) {
                companion.addMethod(remoteCall(remote.method(), true));
            }
        }
        return companion.build();
    }

    private FieldSpec handle(MethodModel method) {
        FieldSpec.Builder field = FieldSpec.builder(
                        generic(TASK_HANDLE, method.result()), method.name(), access(method))
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .initializer(new Code()
                        .type(TASK_HANDLE)
                        .text(".of(" + catalog + ".INSTANCE." + method.name() + ")")
                        .block());
        if (documented(method)) {
            field.addJavadoc(new Code()
                    .text("The task {@link " + declaring + "#" + method.name() + "}.\n")
                    .block());
        }
        return field.build();
    }

    private MethodSpec call(MethodModel method) {
        // a parameter may have the name of the method, and so of the handle
        boolean hidden =
                method.parameters().stream().anyMatch(each -> each.name().equals(method.name()));
        Code code = new Code().text("return ").type(TASK_CALL).text(".of(");
        code.text(hidden ? model.id().companion() + "." + method.name() : method.name());
        return method(method, method.name(), generic(TASK_CALL, method.result()), false)
                .addCode(arguments(code, method))
                .build();
    }

    private MethodSpec remoteCall(MethodModel method, boolean refs) {
        String name = refs ? method.name() + "Ref" : method.name();
        Code code = new Code().text("return ").type(REMOTE_CALL);
        code.text(".of(" + catalog + ".INSTANCE." + method.name());
        return method(method, name, generic(REMOTE_CALL, method.result()), refs)
                .addCode(arguments(code, method))
                .build();
    }

    private MethodSpec.Builder method(MethodModel method, String name, TypeName result, boolean refs) {
        MethodSpec.Builder builder = MethodSpec.methodBuilder(name)
                .addModifiers(access(method))
                .addModifiers(Modifier.STATIC)
                .returns(result);
        method.parameters()
                .forEach(each -> builder.addParameter(
                        ParameterSpec.builder(refs ? generic(REF, each.type()) : TypeNames.of(each.type()), each.name())
                                .build()));
        if (documented(method)) {
            Code code = new Code().text("A call of {@link " + declaring + "#" + method.name() + "}");
            code.text(refs ? " with values that are in the object store.\n\n" : ".\n\n");
            method.parameters().forEach(each -> code.text("@param " + each.name() + " as there\n"));
            builder.addJavadoc(code.text("@return the call\n").block());
        }
        return builder;
    }

    /** Ends the statement that makes a call. */
    private static CodeBlock arguments(Code code, MethodModel method) {
        String names =
                method.parameters().stream().map(ParameterModel::name).collect(Collectors.joining(", ", " {", "});\n"));
        return code.text(", new ").type(ARGUMENTS).text(names).block();
    }

    private static TypeName generic(ClassName raw, TypeModel argument) {
        return ParameterizedTypeName.get(raw, TypeNames.boxedIfVoid(argument).box());
    }

    private boolean documented(MethodModel method) {
        return isPublic && method.isPublic();
    }

    private static Modifier[] access(MethodModel method) {
        return method.isPublic() ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
    }
}
