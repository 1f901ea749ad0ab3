package io.eagleray.flyte.type;

import io.eagleray.spec.TypeDefinition;
import io.eagleray.spec.TypeSpec;
import io.eagleray.wire.SignatureTypes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the forms of a signature's types, each once, for types may mention themselves. */
final class Forms {
    private static final int DEEPEST = 100;

    private final SignatureTypes types;
    private final Map<TypeSpec, Form> made = new HashMap<>();
    private final Set<TypeSpec> open = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private int depth;

    Forms(SignatureTypes types) {
        this.types = types;
    }

    /**
     * The form of a type without type variables.
     *
     * @throws Unfit when Flyte can't have it
     */
    Form of(TypeSpec type) {
        Form known = made.get(type);
        if (known != null) {
            if (open.contains(type) && known instanceof RecordForm record) {
                record.refersToItself(definitionName(type));
            }
            return known;
        }
        if (++depth > DEEPEST) {
            throw new Unfit(type.name() + " mentions itself with ever longer type arguments, without end");
        }
        Form form = make(type);
        made.put(type, form);
        depth--;
        return form;
    }

    private String definitionName(TypeSpec type) {
        String simple = SignatureTypes.simpleName(type.name());
        return type.arguments().isEmpty() && named.add(simple) ? simple : type.toString();
    }

    private Form make(TypeSpec type) {
        Optional<Form> scalar = Scalars.form(type);
        if (scalar.isPresent()) {
            return scalar.get();
        }
        return switch (type.name()) {
            case TypeSpec.ARRAY, "java.util.List", "java.util.Collection" -> new ListForm(argument(type, 0), false);
            case "java.util.Set" -> new ListForm(argument(type, 0), true);
            case "java.util.Map" -> map(type);
            case "java.util.Optional" -> optional(argument(type, 0));
            default -> defined(type);
        };
    }

    private Form argument(TypeSpec type, int index) {
        return of(type.arguments().get(index));
    }

    private Form map(TypeSpec type) {
        Form key = argument(type, 0);
        Form value = argument(type, 1);
        if (!(key instanceof PrimitiveForm)) {
            throw new Unfit("the keys of " + type + " are no simple values, and Flyte has no such maps: use a List of"
                    + " records with the key and the value");
        }
        return key instanceof TextForm text && text.isPlain() ? new MapForm(key, value) : new KeyedForm(key, value);
    }

    private static Form optional(Form value) {
        if (value instanceof OptionalForm) {
            throw new Unfit("an Optional of an Optional is one Optional on Flyte: use a sealed interface that names the"
                    + " cases");
        }
        return new OptionalForm(value);
    }

    private Form defined(TypeSpec type) {
        TypeDefinition definition = types.definition(type)
                .orElseThrow(() ->
                        new Unfit(type + " is not known to Flyte: use a record, a sealed interface of records, an enum,"
                                + " a List, Set, Map or Optional, or a type of java.time"));
        return switch (definition.kind()) {
            case ENUM -> new EnumForm(definition.constants());
            case RECORD -> record(type, definition);
            case SEALED -> sealed(type, definition);
        };
    }

    private Form record(TypeSpec type, TypeDefinition definition) {
        RecordForm form = new RecordForm(SignatureTypes.simpleName(type.name()));
        made.put(type, form);
        open.add(type);
        Map<String, Form> components = new LinkedHashMap<>();
        SignatureTypes.components(type, definition).forEach((name, component) -> {
            try {
                components.put(name, of(component));
            } catch (Unfit unfit) {
                throw unfit.at("." + name);
            }
        });
        open.remove(type);
        form.complete(components);
        return form;
    }

    private Form sealed(TypeSpec type, TypeDefinition definition) {
        Map<String, RecordForm> forms = new LinkedHashMap<>();
        types.leaves(type, definition).forEach((name, leaf) -> {
            if (!(of(leaf) instanceof RecordForm record)) {
                throw new Unfit(leaf + ", which " + type.name() + " permits, is no record: make it one");
            }
            forms.put(name, record);
        });
        Leaves all = new Leaves(forms);
        return all.areToldApart() ? new UnionForm(all) : new TaggedForm(SignatureTypes.simpleName(type.name()), all);
    }
}
