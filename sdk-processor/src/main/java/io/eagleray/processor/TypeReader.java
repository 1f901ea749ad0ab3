package io.eagleray.processor;

import io.eagleray.processor.Definition.Access;
import io.eagleray.processor.Definition.Component;
import io.eagleray.processor.Definition.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Reads types, and the classes that they mention. One reader serves a round, so that a class is read once. */
final class TypeReader {
    private final Map<TypeElement, ClassId> ids = new HashMap<>();
    private final Map<String, Definition> definitions = new HashMap<>();
    private final List<TypeElement> unread = new ArrayList<>();
    private boolean complete = true;

    /** The type, whose classes are then among the definitions. */
    TypeModel read(TypeMirror type) {
        TypeModel model = model(type);
        while (!unread.isEmpty()) {
            TypeElement next = unread.remove(unread.size() - 1);
            definitions.put(id(next).binaryName(), definition(next));
        }
        return model;
    }

    /** The classes that were read, by binary name. */
    Definitions definitions() {
        return new Definitions(definitions, complete);
    }

    private TypeModel model(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE, VOID ->
                new TypeModel.Primitive(type.getKind().name().toLowerCase(Locale.ROOT));
            case ARRAY -> new TypeModel.Array(model(((ArrayType) type).getComponentType()));
            case DECLARED -> named((DeclaredType) type);
            case TYPEVAR ->
                new TypeModel.Variable(
                        ((TypeVariable) type).asElement().getSimpleName().toString());
            case WILDCARD -> wildcard((WildcardType) type);
            default -> unknown(type);
        };
    }

    private TypeModel unknown(TypeMirror type) {
        complete = false;
        return new TypeModel.Unknown(type.toString());
    }

    private TypeModel named(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        List<TypeModel> arguments =
                type.getTypeArguments().stream().map(this::model).toList();
        boolean raw = arguments.isEmpty() && !element.getTypeParameters().isEmpty();
        return new TypeModel.Named(id(element), arguments, raw);
    }

    private TypeModel wildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return new TypeModel.Wildcard(
                    "? extends " + model(type.getExtendsBound()).text());
        }
        return type.getSuperBound() == null
                ? new TypeModel.Wildcard("?")
                : new TypeModel.Wildcard(
                        "? super " + model(type.getSuperBound()).text());
    }

    private ClassId id(TypeElement element) {
        ClassId known = ids.get(element);
        if (known != null) {
            return known;
        }
        ClassId id = ClassIds.of(element);
        ids.put(element, id);
        if (!CrossingTypes.known(id)) {
            unread.add(element);
        }
        return id;
    }

    private Definition definition(TypeElement element) {
        Kind kind = kind(element);
        return new Definition(
                id(element),
                kind,
                access(element),
                variables(element),
                kind == Kind.RECORD ? components(element) : List.of(),
                kind == Kind.ENUM ? constants(element) : List.of(),
                kind == Kind.SEALED ? permitted(element) : List.of());
    }

    private static Kind kind(TypeElement element) {
        return switch (element.getKind()) {
            case RECORD -> Kind.RECORD;
            case ENUM -> Kind.ENUM;
            case INTERFACE -> element.getModifiers().contains(Modifier.SEALED) ? Kind.SEALED : Kind.INTERFACE;
            default -> Kind.CLASS;
        };
    }

    static Access access(TypeElement type) {
        Access access = Access.PUBLIC;
        for (TypeElement element : ClassIds.fromOutermost(type)) {
            if (element.getModifiers().contains(Modifier.PRIVATE)) {
                return Access.PRIVATE;
            }
            if (!element.getModifiers().contains(Modifier.PUBLIC)) {
                access = Access.PACKAGE;
            }
        }
        return access;
    }

    private static List<String> variables(TypeElement element) {
        return element.getTypeParameters().stream()
                .map(variable -> variable.getSimpleName().toString())
                .toList();
    }

    private List<Component> components(TypeElement element) {
        return element.getRecordComponents().stream()
                .map(component -> new Component(component.getSimpleName().toString(), model(component.asType())))
                .toList();
    }

    private static List<String> constants(TypeElement element) {
        return element.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(constant -> constant.getSimpleName().toString())
                .toList();
    }

    /** Sorted, since compilers list them in different orders. */
    private List<TypeModel> permitted(TypeElement sealed) {
        return sealed.getPermittedSubclasses().stream()
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .sorted(Comparator.comparing(leaf -> id(leaf).binaryName()))
                .map(leaf -> permitted(sealed, leaf))
                .toList();
    }

    /**
     * A permitted type in the type variables of the sealed one: {@code Leaf<T>} for {@code record Leaf<U>() implements
     * Sealed<U>} and {@code sealed interface Sealed<T>}. A variable that the sealed type does not determine gets a name that
     * nothing binds.
     */
    private TypeModel permitted(TypeElement sealed, TypeElement leaf) {
        Map<String, TypeModel> determined = new HashMap<>();
        for (TypeMirror supertype : leaf.getInterfaces()) {
            if (supertype instanceof DeclaredType declared
                    && declared.asElement().equals(sealed)) {
                determine(determined, variables(sealed), declared.getTypeArguments());
            }
        }
        List<TypeModel> arguments = variables(leaf).stream()
                .map(name -> determined.getOrDefault(name, new TypeModel.Variable(name + " of " + id(leaf).text())))
                .toList();
        return new TypeModel.Named(id(leaf), arguments, false);
    }

    private static void determine(
            Map<String, TypeModel> determined, List<String> variables, List<? extends TypeMirror> arguments) {
        for (int i = 0; i < Math.min(variables.size(), arguments.size()); i++) {
            if (arguments.get(i) instanceof TypeVariable variable) {
                determined.put(
                        variable.asElement().getSimpleName().toString(), new TypeModel.Variable(variables.get(i)));
            }
        }
    }
}
