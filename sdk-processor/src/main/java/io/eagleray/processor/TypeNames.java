package io.eagleray.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Map;

/** Types, as generated code writes them. */
final class TypeNames {
    private static final ClassName VOID = ClassName.get(Void.class);
    private static final Map<String, TypeName> PRIMITIVES = Map.of(
            "boolean", TypeName.BOOLEAN,
            "byte", TypeName.BYTE,
            "short", TypeName.SHORT,
            "int", TypeName.INT,
            "long", TypeName.LONG,
            "char", TypeName.CHAR,
            "float", TypeName.FLOAT,
            "double", TypeName.DOUBLE);

    private TypeNames() {}

    static ClassName className(ClassId id) {
        List<String> names = id.names();
        return ClassName.get(
                id.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    static TypeName of(TypeModel type) {
        if (type instanceof TypeModel.Primitive primitive) {
            return PRIMITIVES.getOrDefault(primitive.text(), TypeName.VOID);
        }
        if (type instanceof TypeModel.Array array) {
            return ArrayTypeName.of(of(array.element()));
        }
        if (type instanceof TypeModel.Named named) {
            ClassName raw = className(named.id());
            return named.arguments().isEmpty()
                    ? raw
                    : ParameterizedTypeName.get(
                            raw, named.arguments().stream().map(TypeNames::of).toArray(TypeName[]::new));
        }
        throw new IllegalArgumentException(type.text() + " cannot cross");
    }

    /** The same, where {@code void} cannot stand. */
    static TypeName boxedIfVoid(TypeModel type) {
        return type.text().equals("void") ? VOID : of(type);
    }
}
