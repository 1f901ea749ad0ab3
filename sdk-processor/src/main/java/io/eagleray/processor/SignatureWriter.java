package io.eagleray.processor;

import io.eagleray.spec.Signature;
import io.eagleray.spec.TypeDefinition;
import io.eagleray.spec.TypeSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes signatures, with the classes that they mention. */
final class SignatureWriter {
    private final Definitions definitions;

    SignatureWriter(Definitions definitions) {
        this.definitions = definitions;
    }

    Signature write(MethodModel method) {
        Map<String, TypeDefinition> mentioned = new TreeMap<>();
        List<Signature.Input> inputs = method.parameters().stream()
                .map(parameter -> new Signature.Input(parameter.name(), type(parameter.type(), mentioned)))
                .toList();
        return new Signature(inputs, type(method.result(), mentioned), mentioned);
    }

    private TypeSpec type(TypeModel type, Map<String, TypeDefinition> mentioned) {
        if (type instanceof TypeModel.Array array) {
            return new TypeSpec(TypeSpec.ARRAY, List.of(type(array.element(), mentioned)));
        }
        if (type instanceof TypeModel.Named named) {
            mention(named.id(), mentioned);
            return new TypeSpec(
                    named.id().binaryName(),
                    named.arguments().stream()
                            .map(argument -> type(argument, mentioned))
                            .toList());
        }
        return TypeSpec.of(type.text().equals("void") ? "java.lang.Void" : type.text());
    }

    private void mention(ClassId id, Map<String, TypeDefinition> mentioned) {
        if (!mentioned.containsKey(id.binaryName())) {
            definitions.find(id).ifPresent(definition -> mention(definition, mentioned));
        }
    }

    private void mention(Definition definition, Map<String, TypeDefinition> mentioned) {
        String name = definition.id().binaryName();
        TypeDefinition.Kind kind = TypeDefinition.Kind.valueOf(definition.kind().name());
        // first without its parts, so that a class that mentions itself comes to an end
        mentioned.put(name, new TypeDefinition(kind, List.of(), List.of(), List.of(), List.of()));
        mentioned.put(
                name,
                new TypeDefinition(
                        kind,
                        definition.variables(),
                        definition.components().stream()
                                .map(component ->
                                        new Signature.Input(component.name(), type(component.type(), mentioned)))
                                .toList(),
                        definition.constants(),
                        definition.permitted().stream()
                                .map(permitted -> type(permitted, mentioned))
                                .toList()));
    }
}
